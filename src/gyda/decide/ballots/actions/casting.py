"""Casting a vote: a mark on the roll and a sealed paper into the box, both or neither.

A hundred people a second may take this path: it locks nothing that two voters share. The lock
that `HOLD` takes lets voters pass one another and stops only who closes the ballot.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gyda.decide.ballots import electorates, errors, marks, receipts, seals
from gyda.decide.ballots.actions.letters import tell_voter
from gyda.decide.ballots.actions.recording import note
from gyda.decide.ballots.models import Ballot, Option, Roll, Sealed, State, Way
from gyda.people.models import Member
from gyda.people.who import Who

HOLD = "SELECT * FROM decide_ballot WHERE hub_id = %s AND id = %s FOR KEY SHARE"


@dataclass(frozen=True)
class Cast:
    """What a voter is told once, and nobody keeps: the receipt; none where the vote is open."""

    ballot: Ballot
    receipt: str
    options: list[Option]  # of the paper, with their titles


def cast(
    *,
    who: Who,
    ballot_id: UUID,
    said: str,
    caller: Member | None = None,
    now: datetime.datetime | None = None,
) -> Cast:
    """Vote for oneself, for who one acts for, or (a connector) for who says it on the phone.

    Raises `VotedAlready` where the person has voted, whichever way.
    """
    try:
        return _cast(who, ballot_id, said, caller, now or timezone.now())
    except IntegrityError:
        raise errors.VotedAlready from None


@transaction.atomic
def _cast(
    who: Who, ballot_id: UUID, said: str, caller: Member | None, now: datetime.datetime
) -> Cast:
    ballot, voter, way = taking_votes(who, ballot_id, now), caller or who.subject, _way(who, caller)
    if not electorates.may_vote(ballot, voter):
        raise errors.NoElector
    paper = _paper_for(ballot, voter)
    said = marks.proper(ballot, said, paper.numbers)
    if ballot.is_secret:
        Roll.objects.create(ballot=ballot, member=voter, way=way)
        receipt = _drop(ballot, paper, said)
    else:
        Roll.objects.create(ballot=ballot, member=voter, way=way, said=said)
        receipt = ""
    if way != Way.WEB:
        tell_voter(who, ballot, voter, way)
    note(who, "ballot.voted", ballot, public=False, concerns=[voter])
    return Cast(ballot, receipt, paper.options)


def _drop(ballot: Ballot, paper: "Blank", said: str) -> str:
    """Put a sealed paper into the box; return its receipt, which is kept nowhere else."""
    receipt = receipts.new_code()
    text = f"{receipt} {paper.ward} {said}"
    sealed = seals.seal(bytes(ballot.public_key), text, paper.length, ballot.id)
    Sealed.objects.create(ballot=ballot, sealed=sealed)
    return receipt


@dataclass(frozen=True)
class Blank:
    """The paper of one voter: what stands on it, their ward (0: none), how long all papers are."""

    options: list[Option]
    ward: int
    length: int

    @property
    def numbers(self) -> list[int]:
        return [one.number for one in self.options]


def _paper_for(ballot: Ballot, voter: Member) -> Blank:
    """Return the options of the voter's ward and those that all share."""
    options = _printed(ballot.id, ballot.opened_at)
    ward = None
    if any(one.ward_id for one in options):
        ward = electorates.ward_of(ballot, voter)
    here = {None, ward.id if ward else None}
    length = marks.longest([one.number for one in options])
    return Blank(
        [one for one in options if one.ward_id in here], ward.number if ward else 0, length
    )


@lru_cache(maxsize=256)
def _printed(ballot_id: UUID, _opened_at: datetime.datetime | None) -> list[Option]:
    """Read the paper of an open ballot once: it is changed in a draft alone."""
    rows = Option.objects.standing().filter(ballot=ballot_id).order_by("number")
    return list(rows.only("hub_id", "number", "ward_id", "title_cy", "title_en"))


def _way(who: Who, caller: Member | None) -> Way:
    if caller is None:
        if not who.reaches_everything:  # who acts in the time bank alone does not vote
            raise errors.NotWhileActing
        return Way.ACTING if who.is_acting else Way.WEB
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    return Way.PHONE


def taking_votes(who: Who, ballot_id: UUID, now: datetime.datetime) -> Ballot:
    """Return the ballot, held so that it cannot close before this vote is in."""
    if connection.vendor == "postgresql":
        ballot = next(iter(Ballot.objects.raw(HOLD, [who.hub_id, ballot_id])), None)
    else:
        ballot = Ballot.objects.filter(id=ballot_id).first()
    if (
        ballot is None
        or ballot.state != State.OPEN
        or not ballot.opens_at <= now < ballot.closes_at
    ):
        raise errors.NotOpen
    return ballot
