"""Votes of a panel: put to the vote, vote, close, publish; an adviser is refused."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.ballots.actions.opening import Terms, draft
from gyda.decide.ballots.forms.opening import BallotForm
from gyda.decide.ballots.models import Ballot
from gyda.decide.decisions.models import Decision
from gyda.decide.panels import hearing_queries, queries
from gyda.decide.panels.actions import voting
from gyda.decide.panels.actions.watch import require_composition
from gyda.decide.panels.electorate import PANEL
from gyda.decide.panels.forms.hearing import MotionForm, PublishForm, VoteForm
from gyda.decide.panels.models import Panel, PanelMotion, PanelSeat
from gyda.decide.panels.rules import is_clerk, seat_of
from gyda.decide.panels.views.asking import Asked, ask
from gyda.decide.panels.views.refused import seats_only
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def motions(request: HubRequest, panel: UUID) -> HttpResponse:
    """List what the panel votes and voted on."""
    found = queries.panel_or_404(panel)
    context = {
        "panel": found,
        "motions": hearing_queries.motions_of(found),
        "ballots": hearing_queries.ballots_of(found),
        "seat": seat_of(request.who, found),
        "clerk": is_clerk(request.who, found),
    }
    return render(request, "decide/panels/motions.html", context)


def motion(request: HubRequest, panel: UUID, motion: UUID) -> HttpResponse:
    """Show one, with its counts once it is closed; how each voted is for the panel alone."""
    found = queries.panel_or_404(panel)
    row = get_object_or_404(PanelMotion.objects.filter(panel=found), id=motion)
    seat = seat_of(request.who, found)
    tally = hearing_queries.tally_of(row, seat)
    clerk = is_clerk(request.who, found)
    initial = {"choice": tally.mine.choice} if tally.mine else {}
    context = {
        "panel": found,
        "motion": row,
        "seat": seat,
        "tally": tally,
        "form": VoteForm(initial=initial) if seat and row.is_open else None,
        "publishes": row.carried and not row.decision_id and (clerk or (seat and seat.is_chair)),
    }
    return render(request, "decide/panels/motion.html", context)


@seats_only
def move(request: HubRequest, panel: Panel, seat: PanelSeat) -> HttpResponse:
    """Put something to the vote."""
    form = MotionForm(request.POST or None)
    asked = Asked(
        _("Put something to the vote"),
        _("Open the vote"),
        _("The vote is open."),
        to="decide:panel_motions",
    )

    def act() -> PanelMotion:
        return voting.move(who=request.who, panel_id=panel.id, proposal=form.proposal())

    return ask(request, panel, form, act, asked)


def _motion(panel: Panel, motion: UUID) -> PanelMotion:
    return get_object_or_404(PanelMotion.objects.filter(panel=panel), id=motion)


@require_POST
@seats_only
def vote(request: HubRequest, panel: Panel, seat: PanelSeat, motion: UUID) -> HttpResponse:
    """Vote: only a seat can."""
    row = _motion(panel, motion)
    form = VoteForm(request.POST)

    def act() -> object:
        choice = form.cleaned_data["choice"]
        return voting.vote(who=request.who, panel_id=panel.id, motion_id=row.id, choice=choice)

    if attempt(form, act):
        return go(request, _("Your vote is counted."), "decide:panel_motion", panel.id, row.id)
    tally = hearing_queries.tally_of(row, seat)
    context = {"panel": panel, "motion": row, "seat": seat, "tally": tally, "form": form}
    return render(request, "decide/panels/motion.html", context)


@require_POST
@seats_only
def close(request: HubRequest, panel: Panel, seat: PanelSeat, motion: UUID) -> HttpResponse:
    """Close the vote and count it."""
    row = _motion(panel, motion)

    def act() -> object:
        return voting.close(who=request.who, panel_id=panel.id, motion_id=row.id)

    said = _("The vote is closed and counted.")
    return press(request, act, said, "decide:panel_motion", panel.id, row.id)


@members_only
def publish(request: HubRequest, panel: UUID, motion: UUID) -> HttpResponse:
    """Publish what was carried: its chair does, or its clerk."""
    found = queries.panel_or_404(panel)
    seat = seat_of(request.who, found)
    if not is_clerk(request.who, found) and not (seat and seat.is_chair):
        raise Http404
    row = _motion(found, motion)
    form = PublishForm(request.POST or None)

    def act() -> Decision:
        return voting.publish(
            who=request.who, panel_id=found.id, motion_id=row.id, reasons=form.reasons()
        )

    if done := attempt(form, act):
        said = _("The decision is published in both languages.")
        return go(request, said, "decide:decision", done.result.id)
    context = {"panel": found, "motion": row, "form": form}
    return render(request, "decide/panels/publish.html", context)


class PanelBallotForm(BallotForm):
    """A ballot in which the panel alone votes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keep_electorate()

    def terms_of(self, panel: Panel) -> Terms:
        self.cleaned_data |= {"electorate": PANEL, "body": panel.id}
        return self.terms()


@members_only
def ballot(request: HubRequest, panel: UUID) -> HttpResponse:
    """Prepare a secret ballot over options, for the seats of the panel alone."""
    found = queries.clerks_panel_or_404(request, panel)
    if not found.sits:
        raise Http404
    form = PanelBallotForm(request.POST or None, initiative=found.initiative)

    def act() -> Ballot:
        require_composition(found)
        return draft(
            who=request.who,
            terms=form.terms_of(found),
            initiative=found.initiative,
            key=form.cleaned_data["key"],
        )

    if done := attempt(form, act):
        said = _("The ballot is prepared. Only those who sit on the panel have a vote in it.")
        return go(request, said, "decide:ballot", done.result.id)
    asked = Asked(_("A ballot of the panel"), _("Prepare it"), "")
    return render(request, "decide/panels/ask.html", {"panel": found, "form": form, "asked": asked})
