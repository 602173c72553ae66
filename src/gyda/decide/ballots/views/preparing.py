"""Preparing a ballot: its terms, options, wards; opening it, or calling it off."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.ballots import queries
from gyda.decide.ballots.actions import closing, opening, options
from gyda.decide.ballots.forms.judging import JudgeForm, MergeForm
from gyda.decide.ballots.forms.opening import BallotForm, initial_of
from gyda.decide.ballots.forms.options import (
    OptionForm,
    initial_of_option,
    kept_of_option,
    kept_of_seed,
)
from gyda.decide.ballots.forms.results import BecauseForm
from gyda.decide.ballots.forms.wards import WardForm
from gyda.decide.ballots.models import Ballot, Option, Ward
from gyda.decide.ballots.rules import may_hold, may_judge
from gyda.decide.ballots.views.taking import seed_asked
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import may_hold as may_hold_thread
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def _thread(request: HubRequest) -> Initiative | None:
    """Return the initiative that the address names, if this person looks after it."""
    asked = request.GET.get("initiative", "")
    try:
        found = Initiative.objects.under_way().filter(id=UUID(asked)).first() if asked else None
    except ValueError:
        found = None
    allowed = may_hold_thread(request.who, found) if found else request.who.actor.is_connector
    if not allowed or (asked and found is None):
        raise Http404
    return found


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Begin a ballot, of the hub or of an initiative."""
    thread = _thread(request)
    form = BallotForm(request.POST or None, initiative=thread)

    def act() -> Ballot:
        asked = form.cleaned_data
        return opening.draft(
            who=request.who, terms=form.terms(), initiative=thread, electors=asked["named"],
            key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        return go(request, _("Now its options."), "decide:ballot", done.result.id)
    return render(request, "decide/ballots/new.html", {"form": form, "initiative": thread})


@members_only
def change(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Change what is asked before it opens."""
    found = _draft_or_404(request, ballot)
    form = BallotForm(request.POST or None, initial=initial_of(found), ballot=found)

    def act() -> Ballot:
        electors = form.cleaned_data.get("named")
        return opening.change(
            who=request.who, ballot_id=found.id, terms=form.terms(), electors=electors
        )

    if attempt(form, act):
        return go(request, _("It is changed."), "decide:ballot", found.id)
    return render(request, "decide/ballots/change.html", {"form": form, "ballot": found})


def _draft_or_404(request: HubRequest, ballot_id: UUID) -> Ballot:
    found = queries.held_or_404(request.who, ballot_id)
    if not found.is_draft:
        raise Http404
    return found


@require_POST
@members_only
def open_ballot(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Take votes from its day on."""
    found = queries.held_or_404(request.who, ballot)
    return press(
        request,
        lambda: opening.open_ballot(who=request.who, ballot_id=found.id),
        _("The ballot is open; everyone who may vote is told."),
        "decide:ballot",
        found.id,
    )


@require_POST
@members_only
def close(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Close a vote of a meeting."""
    found = queries.held_or_404(request.who, ballot)
    return press(
        request,
        lambda: closing.close_early(who=request.who, ballot_id=found.id),
        _("The vote is closed."),
        "decide:ballot",
        found.id,
    )


@members_only
def call_off(request: HubRequest, ballot: UUID) -> HttpResponse:
    """End it without a result."""
    found = queries.held_or_404(request.who, ballot)
    form = BecauseForm(request.POST or None)

    def act() -> Ballot:
        return opening.call_off(who=request.who, ballot_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The ballot is called off."), "decide:ballot", found.id)
    return render(request, "decide/ballots/call_off.html", {"form": form, "ballot": found})


@members_only
def new_option(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Put an option on the paper."""
    found = _draft_or_404(request, ballot)
    seed = seed_asked(request)
    kept = kept_of_seed(*seed) if seed else None
    form = OptionForm(request.POST or None, ballot=found, kept=kept)

    def act() -> Option:
        return options.put(who=request.who, ballot_id=found.id, plan=form.plan())

    if attempt(form, act):
        said = _("The option is there. A professional now checks whether it can be done.")
        return go(request, said, "decide:ballot", found.id)
    context = {"form": form, "ballot": found, "seed": seed[1] if seed else None}
    return render(request, "decide/ballots/option.html", context)


def _option_or_404(request: HubRequest, option_id: UUID) -> Option:
    option = queries.option_or_404(option_id)
    if not option.ballot.is_draft or not may_hold(request.who, option.ballot):
        raise Http404
    return option


@members_only
def change_option(request: HubRequest, option: UUID) -> HttpResponse:
    """Put an option otherwise."""
    found = _option_or_404(request, option)
    initial, kept = initial_of_option(found), kept_of_option(found)
    form = OptionForm(request.POST or None, ballot=found.ballot, initial=initial, kept=kept)

    def act() -> Option:
        return options.change(who=request.who, option_id=found.id, plan=form.plan())

    if attempt(form, act):
        return go(request, _("It is changed, and checked anew."), "decide:ballot", found.ballot_id)
    context = {"form": form, "ballot": found.ballot, "option": found, "kept": kept}
    return render(request, "decide/ballots/option.html", context)


@members_only
def judge(request: HubRequest, option: UUID) -> HttpResponse:
    """Say as a professional whether it can be done."""
    found = queries.option_or_404(option)
    if not may_judge(request.who) or not found.ballot.is_draft:
        raise Http404
    form = JudgeForm(request.POST or None)

    def act() -> Option:
        return options.judge(who=request.who, option_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(
            request, _("Your check stands beside the option."), "decide:ballot", found.ballot_id
        )
    context = {"form": form, "ballot": found.ballot, "option": found}
    return render(request, "decide/ballots/judge.html", context)


@members_only
def merge(request: HubRequest, option: UUID) -> HttpResponse:
    """Join it with another that says the same."""
    found = _option_or_404(request, option)
    form = MergeForm(request.POST or None, option=found)

    def act() -> Option:
        into = form.cleaned_data["into"]
        return options.merge(who=request.who, option_id=found.id, into_id=into.id)

    if attempt(form, act):
        return go(request, _("The two are one."), "decide:ballot", found.ballot_id)
    context = {"form": form, "ballot": found.ballot, "option": found}
    return render(request, "decide/ballots/merge.html", context)


@require_POST
@members_only
def take_back(request: HubRequest, option: UUID) -> HttpResponse:
    """Take an option off the paper."""
    found = _option_or_404(request, option)
    return press(
        request,
        lambda: options.withdraw(who=request.who, option_id=found.id),
        _("The option is taken back."),
        "decide:ballot",
        found.ballot_id,
    )


@members_only
def new_ward(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Give a part of the place money of its own."""
    found = _draft_or_404(request, ballot)
    form = WardForm(request.POST or None)

    def act() -> Ward:
        return options.keep_ward(who=request.who, ballot_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The ward has its money."), "decide:ballot", found.id)
    return render(request, "decide/ballots/ward.html", {"form": form, "ballot": found})
