"""A note is redeemed: once, by whoever brings it, into an account or at a venue."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.start import give_start
from gyda.deliver.paper import code, moments, signing
from gyda.deliver.paper.actions.refusing import tell_connectors
from gyda.deliver.paper.errors import (
    Forged,
    Mistyped,
    NeverHandedOut,
    NoteExpired,
    NoteIsVoid,
    NoteRefused,
    NotYourPlace,
    Repeated,
    ReportedLost,
)
from gyda.deliver.paper.models import Note, NoteState
from gyda.deliver.rules.terms import check_members
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.people.models import Member, Organisation
from gyda.people.who import Who
from gyda.web.units import day

NOTE_IN, NOTE_SPENT = "NOTE_IN", "NOTE_SPENT"
REFUSED = {
    NoteState.REDEEMED: Repeated,
    NoteState.DRAWER: NeverHandedOut,
    NoteState.LOST: ReportedLost,
    NoteState.VOID: NoteIsVoid,
    NoteState.EXPIRED: NoteExpired,
}


@dataclass(frozen=True)
class End:
    """Where the hours of a note go: to a member, or to rest because they were spent somewhere."""

    member: Member | None = None
    organisation: Organisation | None = None


def redeem_note(
    *,
    who: Who,
    code: str,
    key: UUID,
    member: Member | None = None,
    at: Organisation | None = None,
    now: datetime.datetime | None = None,
) -> Note:
    """Take a note for its hours; the same form sent twice is told the same.

    Without `member` and `at` the note is credited to whom the actor acts for; `member`: a
    connector types for someone who brought it; `at`: it is spent there, and its hours retired.
    A refusal undoes all else, and is then stored for the connectors in a transaction of its own.
    """
    now = now or timezone.now()
    end = End(None if at else member or who.subject, at)
    _check_end(who, end)
    try:
        return _redeem(who, code, key, end, now)
    except NoteRefused as refused:
        tell_connectors(who, refused, end.member, end.organisation, now)
        raise


def _check_end(who: Who, end: End) -> None:
    if end.organisation:
        own = who.actor.organisation_id == end.organisation.id and not who.is_acting
        if not (own or who.actor.is_connector):
            raise NotYourPlace
    elif end.member and end.member.id != who.subject.id and not who.actor.is_connector:
        raise NotYourPlace
    if end.member:
        check_members(end.member)


@transaction.atomic
def _redeem(who: Who, typed: str, key: UUID, end: End, now: datetime.datetime) -> Note:
    note = note_of(typed, lock=True)
    if note.request_key == key:
        return note
    refuse_unless_out(note, now)
    if end.member:
        give_start(member=end.member, now=now)
    credit = accounts.member_account(end.member) if end.member else accounts.retirement()
    moved = transfer(
        key=uuid5(note.id, "redeemed"),
        debit=accounts.notes().id,
        credit=credit.id,
        amount=note.minutes,
        kind=NOTE_IN if end.member else NOTE_SPENT,
        now=now,
    )
    note.state, note.ended_at, note.transfer_id = NoteState.REDEEMED, now, moved.id
    note.member, note.organisation = end.member, end.organisation
    note.request_key, note.entered_by = key, who.actor
    note.save()
    if note.organisation:
        moments.spent(who, note, now)
    _record(who, note)
    return note


def note_of(typed: str, *, lock: bool = False) -> Note:
    """Return the note that a code stands on, or raise what is wrong with the code."""
    try:
        read = code.as_typed(typed)
    except code.Mistyped:
        raise Mistyped from None
    rows = Note.objects.select_for_update(of=("self",)) if lock else Note.objects.all()
    note = rows.select_related("batch__key").filter(number=read.number).first()
    if note is None or not signing.is_genuine(read, note.batch):
        raise Forged(note=note)
    return note


def refuse_unless_out(note: Note, now: datetime.datetime) -> None:
    """Raise what stands against a genuine note."""
    last = note.batch.expires_on
    if note.state == NoteState.OUT and last and last < timezone.localdate(now):
        raise NoteExpired(note=note, number=note.number, day=day(last))
    if note.state != NoteState.OUT:
        shown = last if note.state == NoteState.EXPIRED else note.ended_at
        raise REFUSED[NoteState(note.state)](note=note, number=note.number, day=day(shown))


def _record(who: Who, note: Note) -> None:
    verb = "note.redeemed" if note.member else "note.spent"
    ends = {"member": note.member, "organisation": note.organisation}
    data: dict[str, Any] = {name: str(end.id) for name, end in ends.items() if end}
    record(
        by=who,
        verb=verb,
        about=note,
        concerns=[note.member] if note.member else [],
        number=note.number,
        minutes=note.minutes,
        transfer=str(note.transfer_id),
        **data,
    )
