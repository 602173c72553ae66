"""Paper: printed with numbers, handed in against a mark on the roll, typed twice when it closed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.decide.ballots import electorates, errors, marks, receipts
from gyda.decide.ballots.actions.casting import taking_votes
from gyda.decide.ballots.actions.letters import tell_voter
from gyda.decide.ballots.actions.recording import held, note
from gyda.decide.ballots.models import Ballot, Entry, Option, Roll, Sheet, State, Ward, Way
from gyda.people.models import Member
from gyda.people.who import Who

MOST = 200  # sheets at once


@transaction.atomic
def print_sheets(*, who: Who, ballot_id: UUID, count: int, ward: int | None = None) -> list[Sheet]:
    """Make papers; their numbers say nothing of who gets which."""
    ballot = held(who, ballot_id)
    if ballot.state != State.OPEN or not 1 <= count <= MOST:  # what a draft asks can change
        raise errors.NotOpen
    if ward is not None and not Ward.objects.filter(ballot=ballot, number=ward).exists():
        raise errors.NoSuchPaper
    sheets = [
        Sheet(hub_id=ballot.hub_id, ballot=ballot, code=receipts.new_code(), ward=ward)
        for _number in range(count)
    ]
    Sheet.objects.bulk_create(sheets)
    note(who, "ballot.printed", ballot, public=False, sheets=count)
    return sheets


def mark(*, who: Who, ballot_id: UUID, member: Member) -> None:
    """Note that somebody votes on paper, before their paper goes into the box."""
    try:
        _mark(who, ballot_id, member)
    except IntegrityError:
        raise errors.VotedAlready from None


@transaction.atomic
def _mark(who: Who, ballot_id: UUID, member: Member) -> None:
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    ballot = taking_votes(who, ballot_id, timezone.now())
    if not ballot.is_secret:
        raise errors.NotForYou
    if not electorates.may_vote(ballot, member):
        raise errors.NoElector
    Roll.objects.create(ballot=ballot, member=member, way=Way.PAPER)
    tell_voter(who, ballot, member, Way.PAPER)
    note(who, "ballot.voted", ballot, public=False, concerns=[member])


@transaction.atomic
def type_in(*, who: Who, ballot_id: UUID, code: str, said: str) -> Sheet:
    """Type what a paper says: two people do it, neither sees what the other typed."""
    ballot = _typing(who, ballot_id)
    rows = Sheet.objects.select_for_update(of=("self",)).filter(ballot=ballot)
    sheet = rows.filter(code=receipts.plain(code)).first()
    if sheet is None:
        raise errors.NoSuchPaper
    if sheet.is_counted:
        raise errors.PaperUsed
    entries = list(Entry.objects.filter(sheet=sheet))
    if any(one.by_id == who.actor.id for one in entries):
        raise errors.TypedBefore
    if len(entries) > 1:
        raise errors.PaperUsed
    said = marks.proper(ballot, said, numbers_of(ballot, sheet.ward))
    Entry.objects.create(sheet=sheet, turn=len(entries) + 1, marks=said, by=who.actor)
    Sheet.objects.filter(id=sheet.id).update(is_aside=False)
    if entries and entries[0].marks == said:
        _count(sheet, said)
    note(who, "ballot.typed", ballot, public=False)
    return sheet


def numbers_of(ballot: Ballot, ward: int | None) -> list[int]:
    """Return the options on a printed paper."""
    if ballot.is_plain:
        return []
    rows = Option.objects.standing().filter(ballot=ballot)
    found = rows.values_list("number", "ward__number").order_by("number")
    return [number for number, of in found if of in (None, ward)]


def _typing(who: Who, ballot_id: UUID) -> Ballot:
    ballot = held(who, ballot_id)
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    if ballot.state != State.CLOSED:
        raise errors.BoxClosed
    return ballot


def _count(sheet: Sheet, said: str, by: Member | None = None) -> None:
    sheet.is_counted, sheet.marks, sheet.settled_by = True, said, by
    sheet.save(update_fields=["is_counted", "marks", "settled_by"])


@transaction.atomic
def settle(*, who: Who, sheet_id: UUID, said: str) -> Sheet:
    """Say what stands on a paper that two people read differently: a third person looks."""
    ballot = _typing(who, Sheet.objects.get(id=sheet_id).ballot_id)
    sheet = Sheet.objects.get(id=sheet_id)
    typists = set(sheet.entries.values_list("by_id", flat=True))
    if sheet.is_counted or len(typists) != 2:
        raise errors.PaperUsed
    if who.actor.id in typists:
        raise errors.TypedBefore
    said = marks.proper(ballot, said, numbers_of(ballot, sheet.ward))
    _count(sheet, said, who.actor)
    note(who, "ballot.settled", ballot, public=False)
    return sheet


@transaction.atomic
def put_aside(*, who: Who, sheet_id: UUID) -> None:
    """Leave out a paper that nobody can read, or that nobody is marked for.

    What two people read alike counts, and nobody alone takes it out.
    """
    ballot = _typing(who, Sheet.objects.get(id=sheet_id).ballot_id)
    sheet = Sheet.objects.get(id=sheet_id)
    if sheet.is_counted and not _too_many(ballot):
        raise errors.PaperUsed
    Entry.objects.filter(sheet=sheet).delete()
    Sheet.objects.filter(id=sheet.id).update(
        is_counted=False, marks="", settled_by=None, is_aside=True
    )
    note(who, "ballot.put_aside", ballot)


def _too_many(ballot: Ballot) -> bool:
    counted = Sheet.objects.filter(ballot=ballot, is_counted=True).count()
    return counted > Roll.objects.filter(ballot=ballot, way=Way.PAPER).count()
