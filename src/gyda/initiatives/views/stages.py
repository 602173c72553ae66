"""Entering another stage, and saying who decides in each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.initiatives import queries
from gyda.initiatives.actions import stages
from gyda.initiatives.forms import MoveForm, RightForm
from gyda.initiatives.models import Initiative, Right
from gyda.initiatives.views.holding import held_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go


@members_only
def move(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Enter another stage."""
    found = held_or_404(request, initiative)
    form = MoveForm(request.POST or None, now=found.stage)

    def act() -> Initiative:
        stage = form.cleaned_data["stage"]
        return stages.move(who=request.who, initiative_id=found.id, stage=stage, why=form.why())

    if attempt(form, act):
        return go(
            request,
            _("It has entered the stage. Everyone near it is told why."),
            "initiatives:initiative",
            found.id,
        )
    context = {
        "form": form,
        "initiative": found,
        "composition": queries.composition(queries.team_of(found)),
    }
    return render(request, "initiatives/move.html", context)


@members_only
def right(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Say who leads a stage and who decides in it."""
    found = held_or_404(request, initiative)
    form = RightForm(request.POST or None, initial={"stage": request.GET.get("stage", "")})

    def act() -> Right:
        asked = form.cleaned_data
        return stages.set_right(
            who=request.who,
            initiative_id=found.id,
            stage=asked["stage"],
            say=asked["say"],
            lead=asked["lead"],
            why=form.why(),
        )

    if attempt(form, act):
        return go(
            request,
            _("This now stands on the page for everyone."),
            "initiatives:initiative",
            found.id,
        )
    return render(request, "initiatives/right.html", {"form": form, "initiative": found})
