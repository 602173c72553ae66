"""Starting an initiative, changing its words, ending it, taking it up again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.initiatives.actions import thread
from gyda.initiatives.forms import PurposeForm, ReasonForm, StartForm
from gyda.initiatives.models import Initiative
from gyda.initiatives.views.holding import held_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press

WORDS = ("title_cy", "title_en", "purpose_cy", "purpose_en", "place_cy", "place_en", "programme")


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Start a thread."""
    form = StartForm(request.POST or None, member=request.who.subject)

    def act() -> Initiative:
        asked = form.cleaned_data
        return thread.start(
            who=request.who,
            purpose=form.purpose(),
            began_with=asked["began_with"],
            side=asked["side"],
            why=form.why(),
            key=asked["key"],
        )

    if done := attempt(form, act):
        return go(
            request,
            _("The initiative is open, and you are in its team."),
            "initiatives:initiative",
            done.result.id,
        )
    return render(request, "initiatives/new.html", {"form": form})


@members_only
def change(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Put it in other words."""
    found = held_or_404(request, initiative)
    form = PurposeForm(request.POST or None, initial={n: getattr(found, n) for n in WORDS})

    def act() -> Initiative:
        return thread.change(who=request.who, initiative_id=found.id, purpose=form.purpose())

    if attempt(form, act):
        said = _("The new words are published.")
        return go(request, said, "initiatives:initiative", found.id)
    return render(request, "initiatives/change.html", {"form": form, "initiative": found})


@members_only
def end(request: HubRequest, initiative: UUID) -> HttpResponse:
    """End it, with the reason."""
    found = held_or_404(request, initiative)
    form = ReasonForm(request.POST or None)

    def act() -> Initiative:
        return thread.end(who=request.who, initiative_id=found.id, why=form.why())

    if attempt(form, act):
        return go(
            request,
            _("The initiative has ended. Everyone near it is told why."),
            "initiatives:initiative",
            found.id,
        )
    return render(request, "initiatives/end.html", {"form": form, "initiative": found})


@require_POST
@members_only
def take_up(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Go on with it."""
    found = held_or_404(request, initiative)
    return press(
        request,
        lambda: thread.take_up(who=request.who, initiative_id=found.id),
        _("The initiative is under way again."),
        "initiatives:initiative",
        found.id,
    )
