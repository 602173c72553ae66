"""Voting: the paper, the page on which one looks over it, and the receipt, which is shown once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gyda.decide.ballots import errors, marks, queries
from gyda.decide.ballots.actions import casting
from gyda.decide.ballots.forms.voting import ANSWERS, CONSENT, CallerForm, VoteForm
from gyda.decide.ballots.models import Ballot, Kind, Option
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.people.models import Member
from gyda.people.queries.members import member_or_404
from gyda.web.deeds import turn_back
from gyda.web.errors import DomainError
from gyda.web.links import hub_path


@never_cache
@members_only
def vote(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Ask, show again, and put it into the box. The receipt is in this one answer alone."""
    if _is_sure(request):  # the action reads the ballot, and holds it
        return _cast(request, ballot, None)
    found = queries.paper_or_404(request.who, ballot)
    if request.method != "POST":  # what is sent is judged by the action
        place = queries.place_of(request.who, found)
        if not place.may_vote:
            return turn_back(request, _why_not(found, place), "decide:ballot", found.id)
    return _voting(request, found, request.who.subject, None)


def _why_not(ballot: Ballot, place: queries.Place) -> str:
    if place.has_voted:
        return str(errors.VotedAlready())
    return str(errors.NoElector() if ballot.takes_votes else errors.NotOpen())


@never_cache
@connectors_only
def phone(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Ask who is on the phone."""
    found = queries.ballot_or_404(request.who, ballot)
    form = CallerForm(request.POST or None)
    if form.is_valid():
        caller = form.cleaned_data["member"]
        return redirect(hub_path(request.hub.slug, "decide:vote_for", found.id, caller.id))
    context = {"ballot": found, "form": form}
    return render(request, "decide/ballots/phone.html", context)


@never_cache
@connectors_only
def vote_for(request: HubRequest, ballot: UUID, member: UUID) -> HttpResponse:
    """Type in what somebody says on the phone."""
    found, caller = queries.ballot_or_404(request.who, ballot), member_or_404(member)
    return _voting(request, found, caller, caller)


def _voting(
    request: HubRequest, ballot: Ballot, voter: Member, caller: Member | None
) -> HttpResponse:
    if _is_sure(request):
        return _cast(request, ballot.id, caller)
    said = request.POST.get("said", "")
    options = queries.options_for(ballot, voter)
    if said:  # back from the page on which one looks over it
        form = VoteForm(ballot=ballot, options=options, before=_known(said))
        return _paper(request, ballot, form, caller)
    form = VoteForm(request.POST or None, ballot=ballot, options=options)
    if form.is_valid():
        return _look_over(request, ballot, options, form.said, caller)
    return _paper(request, ballot, form, caller)


def _is_sure(request: HubRequest) -> bool:
    return bool(request.POST.get("said")) and "sure" in request.POST


def _known(said: str) -> str:
    shaped = marks.LISTED.fullmatch(said) or marks.POINTED.fullmatch(said)
    return said if shaped or said in marks.ANSWERS else ""


def _paper(
    request: HubRequest, ballot: Ballot, form: VoteForm, caller: Member | None
) -> HttpResponse:
    context = {"ballot": ballot, "form": form, "caller": caller}
    return render(request, "decide/ballots/vote.html", context)


def _look_over(
    request: HubRequest, ballot: Ballot, options: list[Option], said: str, caller: Member | None
) -> HttpResponse:
    context = {
        "ballot": ballot,
        "caller": caller,
        "said": said,
        "lines": in_words(ballot, options, said),
        "asks_for": sum(one.pence for one in options if one.number in marks.numbers_on(said)),
    }
    return render(request, "decide/ballots/look_over.html", context)


def _cast(request: HubRequest, ballot_id: UUID, caller: Member | None) -> HttpResponse:
    said = request.POST["said"]
    try:
        done = casting.cast(who=request.who, ballot_id=ballot_id, said=said, caller=caller)
    except DomainError as error:
        ballot = queries.paper_or_404(request.who, ballot_id)  # nobody learns of what is not shown
        if isinstance(error, errors.NoElector):
            return render(request, "decide/ballots/no_vote.html", {"ballot": ballot}, status=403)
        return turn_back(request, str(error), "decide:ballot", ballot.id)
    context = {
        "ballot": done.ballot,
        "caller": caller,
        "receipt": done.receipt,
        "lines": in_words(done.ballot, done.options, said),
    }
    return render(request, "decide/ballots/receipt.html", context)


def in_words(ballot: Ballot, options: list[Option], said: str) -> list[str]:
    """Return what a paper says, a line for each mark."""
    if ballot.is_plain:
        answers = dict(CONSENT if ballot.kind == Kind.CONSENT else ANSWERS)
        return [str(answers.get(said, ""))]
    named = {one.number: f"{one.number}. {one.title}" for one in options}
    chosen = [one for one in marks.numbers_on(_known(said)) if one in named]
    points = marks.points_on(said)
    if points:
        words = _("%(option)s: %(points)s points")
        pairs = zip(chosen, points, strict=False)
        return [words % {"option": named[one], "points": given} for one, given in pairs]
    return [named[one] for one in chosen]
