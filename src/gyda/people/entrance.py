"""What happens when someone has shown who they are: they enter, in their language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from gyda.people.access import CARD
from gyda.people.models import Person
from gyda.people.models.member import State
from gyda.people.queries.doors import is_live
from gyda.people.queries.persons import has_another_way, memberships_of
from gyda.web.links import hub_path, in_language

ENTERED = "entered_at"  # session: when the person last showed who they are
FRESH = 15 * 60

View = Callable[..., HttpResponse]


def enter(
    request: HttpRequest, person: Person, *, going_to: str = "", card: UUID | None = None
) -> HttpResponse:
    """Sign the person in, with a new session key, and send them on."""
    request.session.pop(CARD, None)
    login = Login(user=person, redirect_url=going_to or None)
    response = cast(HttpResponse, perform_login(request, login))
    if card is not None and request.user.is_authenticated:
        request.session[CARD] = str(card)
    return response


def landing(person: Person) -> str:
    """Return where someone begins: in their hub, or where they choose one, in their language."""
    homes = [one for one in memberships_of(person) if one.state == State.ACTIVE]
    path = hub_path(homes[0].hub.slug, "hub:home") if len(homes) == 1 else reverse("front")
    return in_language(path, person.language)


def note_entry(request: HttpRequest) -> None:
    request.session[ENTERED] = time.time()


def is_fresh(request: HttpRequest) -> bool:
    """Tell whether the person showed who they are a short while ago."""
    return time.time() - float(request.session.get(ENTERED, 0)) < FRESH


def may_change_ways(request: HttpRequest) -> bool:
    """A card, which a connector hands out, reaches no other way to sign in and no other hub."""
    card = request.session.get(CARD)
    if card is None:
        return True
    person = cast(Person, request.user)
    is_all = not has_another_way(person) and len(memberships_of(person)) == 1
    return is_all and is_live(UUID(card))


def signed_in(view: View) -> View:
    """Ask the signed-out to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return guarded


def fresh_only(view: View) -> View:
    """Let in who showed a short while ago who they are: a phone left lying about is no key."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_change_ways(request):
            return redirect(reverse("mfa_index"))
        if not is_fresh(request):
            here = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_reauthenticate')}?{here}")
        return view(request, *args, **kwargs)

    return signed_in(guarded)
