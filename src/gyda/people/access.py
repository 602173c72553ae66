"""Who may open a page: a signed-out reader is asked to sign in, a stranger finds nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from gyda.people.models import ActingConsent, Hub, Member
from gyda.people.models.member import State
from gyda.people.who import Who

ACTING = "acting"  # session: {hub id: consent id}

View = Callable[..., HttpResponse]
Test = Callable[[Who], bool]


class HubRequest(HttpRequest):
    """A request inside a hub, as HubMiddleware makes it."""

    hub: Hub
    who: Any  # Who | None, found when first asked for
    hub_stack: ExitStack


def find_who(request: HubRequest) -> Who | None:
    """Return the active member who asks, with their principal when acting; None for strangers."""
    if not request.user.is_authenticated:
        return None
    member = (
        Member.objects.select_related("person", "organisation")
        .filter(person_id=request.user.pk, state=State.ACTIVE)
        .first()
    )
    return Who(member, _principal(request, member)) if member else None


def _principal(request: HubRequest, member: Member) -> Member | None:
    consent_id = request.session.get(ACTING, {}).get(str(request.hub.id))
    if consent_id is None:
        return None
    consent = (
        ActingConsent.objects.standing()
        .select_related("principal", "principal__person")
        .filter(id=UUID(consent_id), supporter=member, principal__state=State.ACTIVE)
        .first()
    )
    return cast(Member, consent.principal) if consent else None


def _only(test: Test) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HubRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.who or not test(request.who):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


members_only = _only(lambda who: True)
connectors_only = _only(lambda who: who.actor.is_connector)
stewards_only = _only(lambda who: who.actor.is_steward)
