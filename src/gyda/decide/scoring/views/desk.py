"""The worker's desk: who bids, who scores, who was there; publishing and feedback."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.decide.decisions.models import Decision
from gyda.decide.scoring import forms, queries, rules
from gyda.decide.scoring.actions import deciding, setting_up
from gyda.decide.scoring.models import Scorer, Scoring, Side, YoungFeedback
from gyda.decide.scoring.pairs import pairs_of
from gyda.initiatives.queries import initiative_or_404
from gyda.initiatives.rules import may_hold
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go


def _desk_or_404(request: HubRequest, scoring_id: UUID) -> Scoring:
    found = queries.scoring_or_404(scoring_id)
    if not rules.is_worker(request.who, found):
        raise Http404
    return found


@members_only
def new(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Begin one on a thread."""
    found = initiative_or_404(initiative)
    if not (found.is_open and may_hold(request.who, found)):
        raise Http404
    form = forms.BeginForm(request.POST or None)

    def act() -> Scoring:
        return setting_up.begin(
            who=request.who, initiative=found, brief=form.brief(), key=form.cleaned_data["key"]
        )

    if done := attempt(form, act):
        said = _("It is begun. The worker adds who bids and who scores.")
        return go(request, said, "decide:scoring", done.result.id)
    return render(request, "decide/scoring/new.html", {"form": form, "initiative": found})


@members_only
def desk(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Show the worker who takes part, who said yes, who was there, and what is missing."""
    found = _desk_or_404(request, scoring)
    told, asked = queries.told(found), queries.asked_in(found)
    pairs = pairs_of(found, asked, told)
    people = [one for pair in pairs if pair.side == Side.YOUNG for one, _told in pair.people]
    young = {one.id for one in people if one.consented_at}
    context = {
        "scoring": found,
        "bidders": asked.bidders,
        "pairs": pairs,
        "has_begun": any(pair.has_scored for pair in pairs),
        "sessions": queries.sessions_of(found),
        "owed": queries.owed_to(found, young, told),
        "is_ready": queries.is_complete(asked, queries.agreed_rows(found, asked)),
        "young": Side.YOUNG,
    }
    return render(request, "decide/scoring/desk.html", context)


def _form_page(
    request: HubRequest, found: Scoring, form: Any, act: Callable[[], object], said: str, page: str
) -> HttpResponse:
    """Show one of the desk's forms, or carry it out and go back to the desk."""
    if attempt(form, act):
        return go(request, said, "decide:scoring_desk", found.id)
    return render(request, f"decide/scoring/{page}.html", {"form": form, "scoring": found})


@members_only
def bidder(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Add who bids."""
    found = _desk_or_404(request, scoring)
    form = forms.BidderForm(request.POST or None)

    def act() -> object:
        return setting_up.add_bidder(who=request.who, scoring_id=found.id, **form.cleaned_data)

    return _form_page(request, found, form, act, _("The bidder is there."), "bidder")


@members_only
def scorer(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Add who scores."""
    found = _desk_or_404(request, scoring)
    form = forms.ScorerForm(request.POST or None)

    def act() -> object:
        return setting_up.add_scorer(who=request.who, scoring_id=found.id, **form.cleaned_data)

    return _form_page(request, found, form, act, _("They are asked to say yes."), "scorer")


@members_only
def meeting(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Write down a meeting with its two adults."""
    found = _desk_or_404(request, scoring)
    form = forms.SessionForm(request.POST or None)

    def act() -> object:
        return setting_up.note_session(who=request.who, scoring_id=found.id, **form.cleaned_data)

    return _form_page(request, found, form, act, _("The meeting is written down."), "meeting")


@members_only
def parent(request: HubRequest, scorer: UUID) -> HttpResponse:
    """Write down that a parent said yes."""
    one = _young_or_404(request, scorer)
    form = forms.ParentForm(request.POST or None)

    def act() -> object:
        return setting_up.note_parent(who=request.who, scorer_id=one.id, **form.cleaned_data)

    return _form_page(request, one.scoring, form, act, _("It is written down."), "parent")


@members_only
def pair(request: HubRequest, scorer: UUID) -> HttpResponse:
    """Put someone into another pair."""
    one = _scorer_or_404(request, scorer)
    form = forms.PairForm(request.POST or None, initial={"pair": one.pair})

    def act() -> object:
        return setting_up.move_to_pair(who=request.who, scorer_id=one.id, **form.cleaned_data)

    return _form_page(request, one.scoring, form, act, _("The pair is changed."), "pair")


def _scorer_or_404(request: HubRequest, scorer_id: UUID) -> Scorer:
    one = queries.scorer_or_404(scorer_id)
    if not rules.is_worker(request.who, one.scoring):
        raise Http404
    return one


def _young_or_404(request: HubRequest, scorer_id: UUID) -> Scorer:
    one = _scorer_or_404(request, scorer_id)
    if one.side != Side.YOUNG:
        raise Http404
    return one


@members_only
def feedback(request: HubRequest, scorer: UUID) -> HttpResponse:
    """Tell one young person what became of their work."""
    one = _young_or_404(request, scorer)
    form = forms.FeedbackForm(request.POST or None)

    def act() -> YoungFeedback:
        return deciding.tell_young(who=request.who, scorer_id=one.id, **form.cleaned_data)

    return _form_page(request, one.scoring, form, act, _("They are told."), "feedback")


@members_only
def weight(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Set what the young people's score weighs."""
    found = queries.scoring_or_404(scoring)
    if not (found.is_open and may_hold(request.who, found.initiative)):
        raise Http404
    form = forms.WeightForm(request.POST or None, initial={"young_weight": found.young_weight})

    def act() -> Scoring:
        return setting_up.set_weight(who=request.who, scoring_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The weights are set."), "decide:scoring", found.id)
    return render(request, "decide/scoring/weight.html", {"form": form, "scoring": found})


@members_only
def publish(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Publish what came out as a decision."""
    found = _desk_or_404(request, scoring)
    form = forms.PublishForm(request.POST or None)

    def act() -> Decision:
        return deciding.decide(who=request.who, scoring_id=found.id, words=form.words())

    if done := attempt(form, act):
        said = _("The decision is published in both languages.")
        return go(request, said, "decide:decision", done.result.id)
    return render(request, "decide/scoring/publish.html", {"form": form, "scoring": found})
