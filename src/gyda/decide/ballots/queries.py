"""Every read of this part."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from gyda.decide.ballots import electorates
from gyda.decide.ballots.models import (
    Ballot,
    Entry,
    Option,
    Paper,
    Roll,
    Sheet,
    Standing,
    Tally,
    Ward,
    Way,
)
from gyda.decide.ballots.models.ballot import BallotQuerySet
from gyda.decide.ballots.rules import may_hold, may_judge
from gyda.people.models import Member
from gyda.people.who import Who


def ballots(who: Who | None, initiative: UUID | None = None) -> BallotQuerySet:
    """Return those that a reader may see; drafts are for who can prepare them."""
    rows = Ballot.objects.select_related("initiative")
    if not (who and (who.actor.is_connector or may_judge(who))):
        rows = rows.public()
    return rows.filter(initiative=initiative) if initiative else rows


def ballot_or_404(who: Who | None, ballot_id: UUID) -> Ballot:
    """Return a ballot that this reader may see; a draft is for its team, and for professionals."""
    return _shown(who, Ballot.objects.select_related("initiative", "fund"), ballot_id)


def paper_or_404(who: Who | None, ballot_id: UUID) -> Ballot:
    """Return the same to who votes: without what a paper does not show, for many come at once."""
    return _shown(who, Ballot.objects.all(), ballot_id)


def _shown(who: Who | None, rows: BallotQuerySet, ballot_id: UUID) -> Ballot:
    ballot = get_object_or_404(rows, id=ballot_id)
    if ballot.is_draft and not (may_hold(who, ballot) or may_judge(who)):
        raise Http404
    return ballot


def held_or_404(who: Who, ballot_id: UUID) -> Ballot:
    """Return a ballot to who looks after it."""
    ballot = ballot_or_404(who, ballot_id)
    if not may_hold(who, ballot):
        raise Http404
    return ballot


def option_or_404(option_id: UUID) -> Option:
    """Return an option with its ballot."""
    rows = Option.objects.select_related("ballot__initiative", "ward", "merged_into")
    return get_object_or_404(rows, id=option_id)


def options_of(ballot: Ballot) -> list[Option]:
    """Return all of a ballot in the order of the paper."""
    rows = Option.objects.filter(ballot=ballot).select_related("ward", "merged_into", "judged_by")
    return list(rows.order_by("number"))


def options_for(ballot: Ballot, voter: Member) -> list[Option]:
    """Return those on this voter's own paper."""
    options = [one for one in options_of(ballot) if one.state == Standing.FEASIBLE]
    home = None
    if any(one.ward_id for one in options):
        home = electorates.ward_of(ballot, voter)
    return on_paper(options, home.number if home else None)


def on_paper(options: list[Option], ward: int | None) -> list[Option]:
    """Return the options of a ward and those that all share."""
    return [one for one in options if one.ward is None or one.ward.number == ward]


def wards_of(options: list[Option]) -> list[Ward]:
    """Return the wards that options are for."""
    found = {one.ward.number: one.ward for one in options if one.ward is not None}
    return [found[number] for number in sorted(found)]


@dataclass(frozen=True)
class Place:
    """Where a reader stands to a ballot."""

    holds: bool
    judges: bool
    may_vote: bool
    has_voted: bool
    way: str = ""  # how, where it was not by their own hand


def place_of(who: Who | None, ballot: Ballot) -> Place:
    """Say whether this reader looks after it, may vote, has voted."""
    if not who:
        return Place(holds=False, judges=False, may_vote=False, has_voted=False)
    voted = Roll.objects.filter(ballot=ballot, member=who.subject).only("hub_id", "way").first()
    may = not voted and ballot.takes_votes and electorates.may_vote(ballot, who.subject)
    way = voted.get_way_display() if voted and voted.way != Way.WEB else ""
    return Place(may_hold(who, ballot), may_judge(who), may, voted is not None, way)


def tally_or_404(ballot: Ballot) -> Tally:
    """Return the result of a ballot that is counted."""
    return get_object_or_404(Tally, ballot=ballot)


def papers_of(ballot: Ballot) -> Any:
    """Return the published list: receipts in order of their words."""
    return Paper.objects.filter(ballot=ballot).order_by("code", "marks", "id")


def typed(ballot: Ballot) -> dict[Sheet, list[str]]:
    """Return papers that are typed but not settled, with what was typed, in its order."""
    rows = Entry.objects.filter(sheet__ballot=ballot, sheet__is_counted=False)
    found: dict[Sheet, list[str]] = {}
    for entry in rows.select_related("sheet").order_by("sheet__code", "turn"):
        found.setdefault(entry.sheet, []).append(entry.marks)
    return found


def entries_of(sheet: UUID) -> Any:
    """Return what two people typed of a paper that is not settled."""
    rows = Entry.objects.filter(sheet=sheet, sheet__is_counted=False)
    return rows.select_related("sheet").order_by("turn")


@dataclass(frozen=True)
class Line:
    """One option in the result: what became of it, and why, in words."""

    number: str
    title: str
    pence: int
    support: float
    words: str
    share: int | None  # of its cost, in per cent, that stood behind it
    won: bool
    won_greedily: bool


@dataclass(frozen=True)
class Pot:
    """The result of one pot as the page shows it."""

    record: dict[str, Any]
    winners: list[Line]
    others: list[Line]
    greedy: list[Line]
    ward: Any

    @property
    def pence(self) -> int:
        return pence_of(self.record["budget"])

    @property
    def spent(self) -> int:
        return pence_of(self.record["cost"])

    @property
    def without(self) -> int:
        """Return how many voters in a hundred have no winner among their choices."""
        return round(100 * float(self.record["voters"]["share_without"]))

    @property
    def without_greedy(self) -> int:
        return round(100 * float(self.record["greedy"]["share_without"]))


def pots(records: list[dict[str, Any]], options: list[Option]) -> list[Pot]:
    """Put records beside the options' titles in the reader's language."""
    titles = {str(one.number): one.title for one in options}
    wards = {ward.number: ward for ward in wards_of(options)}
    return [_pot(record, titles, wards.get(record["ward"] or 0)) for record in records]


def idle_wards(records: list[dict[str, Any]], options: list[Option]) -> list[Ward]:
    """Return the wards of a count in which nobody voted."""
    counted = {record.get("ward") for record in records}
    return [ward for ward in wards_of(options) if ward.number not in counted]


def _pot(record: dict[str, Any], titles: dict[str, Any], ward: Any) -> Pot:
    lines = {
        number: _line(number, told, record, titles.get(number) or told["name"])
        for number, told in record["projects"].items()
    }
    selected = record["selected"]
    others = [line for number, line in lines.items() if number not in selected]
    others.sort(key=lambda line: (-(line.share or 0), -line.support, line.pence))
    return Pot(
        record,
        [lines[number] for number in selected],
        others,
        [lines[number] for number in record["greedy"]["selected"]],
        ward,
    )


def _line(number: str, told: dict[str, Any], record: dict[str, Any], title: Any) -> Line:
    effective = told.get("effective_support")
    return Line(
        number,
        title,
        pence_of(told["cost"]),
        told["support"],
        told["words"],
        None if effective is None else min(int(effective * 100), 100),
        number in record["selected"],
        number in record["greedy"]["selected"],
    )


def pence_of(pounds: float) -> int:
    """Return pence of an amount in a record.

    >>> pence_of(3300), pence_of(0.1)
    (330000, 10)
    """
    return round(Fraction(str(pounds)) * 100)


def records_here(tally: Tally) -> list[dict[str, Any]]:
    """Return the records in the language of the page."""
    return tally.records((get_language() or "cy")[:2])


def voters_of(records: list[dict[str, Any]]) -> int:
    """Return how many papers were counted."""
    last = records[-1]
    if "carried" in last:
        return int(last["yes"] + last["no"] + last["abstain"])
    return int(last["voters"]["voters"])
