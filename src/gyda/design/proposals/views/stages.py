"""Putting a proposal forward, bringing it back, withdrawing it, joining it with another one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals import queries
from gyda.design.proposals.actions import merging, stages
from gyda.design.proposals.forms import BecauseForm, MergeForm
from gyda.design.proposals.models import Proposal, State
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def _own_or_404(request: HubRequest, proposal_id: UUID) -> Proposal:
    reading = queries.reading_or_404(proposal_id, request.who)
    if not reading.is_author:
        raise Http404
    return reading.proposal


@require_POST
@members_only
def put_forward(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Put it forward to a decision."""
    found = _own_or_404(request, proposal)
    return press(
        request,
        lambda: stages.put_forward(who=request.who, proposal_id=found.id),
        _("It is put forward. Its words no longer change."),
        "design:proposal",
        found.id,
    )


@require_POST
@members_only
def take_back(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Bring it back to work on it."""
    found = _own_or_404(request, proposal)
    return press(
        request,
        lambda: stages.take_back(who=request.who, proposal_id=found.id),
        _("It is open for amendments again."),
        "design:proposal",
        found.id,
    )


@members_only
def withdraw(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Withdraw it, with a reason."""
    found = _own_or_404(request, proposal)
    if found.state not in (State.DRAFT, State.OPEN, State.FORWARD):
        raise Http404
    form = BecauseForm(request.POST or None)

    def act() -> Proposal:
        return stages.withdraw(who=request.who, proposal_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("It is withdrawn."), "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/withdraw.html", context)


@members_only
def merge(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Join it with one that wants the same."""
    reading = queries.reading_or_404(proposal, request.who)
    found, who = reading.proposal, request.who
    if not found.is_open or not (reading.is_author or who.actor.is_connector):
        raise Http404
    form = MergeForm(request.POST or None, others=queries.others_open(found))

    def act() -> Proposal:
        into = UUID(form.cleaned_data["into"])
        return merging.merge(who=who, proposal_id=found.id, into_id=into)

    if done := attempt(form, act):
        said = _("Joined. Authors, supporters and points are together; it can be undone.")
        return go(request, said, "design:proposal", done.result.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/merge.html", context)


@require_POST
@members_only
def part(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Undo the joining."""
    found = queries.reading_or_404(proposal, request.who).proposal
    return press(
        request,
        lambda: merging.part(who=request.who, proposal_id=found.id),
        _("It stands for itself again."),
        "design:proposal",
        found.id,
    )
