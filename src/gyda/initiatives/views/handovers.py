"""A task that passes to citizens, and its way back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.initiatives import queries
from gyda.initiatives.actions import handovers
from gyda.initiatives.forms import HandoverForm, ReasonForm
from gyda.initiatives.models import Handover
from gyda.initiatives.views.holding import held_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go


@members_only
def hand_over(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Record what passes, what stays, what goes along and the way back."""
    found = held_or_404(request, initiative)
    form = HandoverForm(request.POST or None)

    def act() -> Handover:
        key = form.cleaned_data["key"]
        return handovers.hand_over(
            who=request.who, initiative_id=found.id, terms=form.terms(), key=key
        )

    if attempt(form, act):
        return go(
            request,
            _("This now stands on the page for everyone."),
            "initiatives:initiative",
            found.id,
        )
    return render(request, "initiatives/hand_over.html", {"form": form, "initiative": found})


@members_only
def back(request: HubRequest, handover: UUID) -> HttpResponse:
    """Give a task back."""
    found = queries.handover_or_404(handover)
    initiative = held_or_404(request, found.initiative_id)
    form = ReasonForm(request.POST or None)

    def act() -> Handover:
        return handovers.hand_back(who=request.who, handover_id=found.id, why=form.why())

    if attempt(form, act):
        return go(
            request,
            _("The task has gone back. Everyone near it is told why."),
            "initiatives:initiative",
            initiative.id,
        )
    context = {"form": form, "handover": found, "initiative": initiative}
    return render(request, "initiatives/hand_back.html", context)
