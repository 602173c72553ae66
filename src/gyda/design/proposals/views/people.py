"""Who writes it together, and who says whether it can be done."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals import queries
from gyda.design.proposals.actions import authors, judging
from gyda.design.proposals.forms import FeasibilityForm, InviteForm, JoinForm
from gyda.design.proposals.models import Author, Feasibility, Proposal
from gyda.design.proposals.views.finding import open_or_404, written_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def invite(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Ask someone to write it together."""
    found = written_or_404(request, proposal)
    form = InviteForm(request.POST or None)

    def act() -> Author:
        return authors.invite(
            who=request.who, proposal_id=found.id, member=form.cleaned_data["member"]
        )

    if attempt(form, act):
        return go(request, _("Asked. They say yes or no."), "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/invite.html", context)


def _invited_or_404(request: HubRequest, proposal_id: UUID) -> Proposal:
    reading = queries.reading_or_404(proposal_id, request.who)
    if not reading.is_invited:
        raise Http404
    return reading.proposal


@members_only
def join(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Say yes, and from which side."""
    found = _invited_or_404(request, proposal)
    form = JoinForm(request.POST or None, member=request.who.subject)

    def act() -> Author:
        return authors.accept(who=request.who, proposal_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("You write it together now."), "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/join.html", context)


@require_POST
@members_only
def decline(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Say no."""
    found = _invited_or_404(request, proposal)
    page = ("design:proposals",) if found.is_draft else ("design:proposal", found.id)
    return press(
        request,
        lambda: authors.decline(who=request.who, proposal_id=found.id),
        _("You said no. Nobody asks why."),
        *page,
    )


@require_POST
@members_only
def leave(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Write it no longer."""
    reading = queries.reading_or_404(proposal, request.who)
    found = reading.proposal
    return press(
        request,
        lambda: authors.leave(who=request.who, proposal_id=found.id),
        _("You no longer write it."),
        "design:proposals",
    )


@members_only
def feasibility(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Say, for one's organisation, whether it can be done."""
    found, who = open_or_404(proposal), request.who
    if who.is_acting or who.actor.organisation_id is None:
        raise Http404
    form = FeasibilityForm(request.POST or None)

    def act() -> Feasibility:
        return judging.say_whether(who=who, proposal_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("What you said stands on the page, with your name.")
        return go(request, said, "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/feasibility.html", context)
