"""Notes that end without being redeemed: lost, void, out of date. Nothing vanishes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gyda.deliver.paper.errors import ConnectorsOnly, NotOut
from gyda.deliver.paper.models import Note, NoteBatch, NoteState
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger.actions import Order, transfer_many
from gyda.ledger.errors import AccountClosed, TooMuch
from gyda.ledger.models import Transfer
from gyda.people.who import GydaItself, Who

NOTE_BACK, NOTE_LAPSED = "NOTE_BACK", "NOTE_LAPSED"
AT_ONCE = 500  # notes that one transaction ends


@transaction.atomic
def report_lost(*, who: Who, note: Note, now: datetime.datetime | None = None) -> Note:
    """End a note that its holder lost: the hours go back to where they came from."""
    return _end(who, note, NoteState.LOST, now or timezone.now())


@transaction.atomic
def void(*, who: Who, note: Note, now: datetime.datetime | None = None) -> Note:
    """Make a note worthless: spoilt in the printer, or handed out by mistake."""
    return _end(who, note, NoteState.VOID, now or timezone.now())


@transaction.atomic
def void_rest(*, who: Who, batch: NoteBatch, now: datetime.datetime | None = None) -> int:
    """Void all notes of a batch that are in the drawer: the paper is lost, or the key was seen."""
    ConnectorsOnly.check(who)
    drawer = Note.objects.filter(batch=batch, state=NoteState.DRAWER)
    count = drawer.update(state=NoteState.VOID, ended_at=now or timezone.now())
    if count:
        record(by=who, verb="note.rest-voided", about=batch, count=count)
    return count


def _end(who: Who, note: Note, state: NoteState, now: datetime.datetime) -> Note:
    ConnectorsOnly.check(who)
    rows = Note.objects.select_for_update(of=("self",)).select_related("batch", "handout__account")
    note = rows.get(id=note.id)
    in_drawer = note.state == NoteState.DRAWER and state == NoteState.VOID
    if note.state != NoteState.OUT and not in_drawer:
        raise NotOut
    if note.handout:
        note.transfer_id = _give_back(note, note.handout.account_id, now).id
    note.state, note.ended_at, note.entered_by = state, now, who.actor
    note.save()
    holder = note.handout.holder_id if note.handout else None
    verb = "note.lost" if state == NoteState.LOST else "note.voided"
    told: dict[str, Any] = {"number": note.number, "minutes": note.minutes}
    record(by=who, verb=verb, about=note, concerns=[holder] if holder else [], **told)
    return note


def _give_back(note: Note, account: UUID, now: datetime.datetime) -> Transfer:
    """Return the hours to their account; where that takes none any more, the pot does."""
    try:
        return _leave_paper(note, account, NOTE_BACK, now)
    except (AccountClosed, TooMuch):
        return _leave_paper(note, accounts.pot().id, NOTE_BACK, now)


def _leave_paper(note: Note, account: UUID, kind: str, now: datetime.datetime) -> Transfer:
    return transfer_many(orders=[_order(note, account, kind, now)])[0]


def _order(note: Note, account: UUID, kind: str, now: datetime.datetime) -> Order:
    return Order(_key_of(note), accounts.notes().id, account, note.minutes, kind, now)


def _key_of(note: Note) -> UUID:
    """Return the key that follows from the note: it ends once."""
    return uuid5(note.id, "ended")


def expire_due(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Bring the hours of notes that are out of date into the pot, where they do somebody good."""
    today, count = timezone.localdate(now), 0
    while done := _expire_some(hub_id, today, now):
        count += done
    return count


@transaction.atomic
def _expire_some(hub_id: UUID, today: datetime.date, now: datetime.datetime) -> int:
    old = Note.objects.out_of_date(today).select_for_update(of=("self",), skip_locked=True)
    notes = list(old.select_related("batch").order_by("batch", "number")[:AT_ONCE])
    if not notes:
        return 0
    pot = accounts.pot().id
    transfer_many(orders=[_order(note, pot, NOTE_LAPSED, now) for note in notes])
    for note in notes:
        note.transfer_id = _key_of(note)
        note.state, note.ended_at = NoteState.EXPIRED, now
    Note.objects.bulk_update(notes, ["transfer_id", "state", "ended_at"])
    for batch, ended in groupby(notes, key=lambda note: note.batch):
        count = len(list(ended))
        told: dict[str, Any] = {"count": count, "minutes": count * batch.minutes}
        record(by=GydaItself(hub_id), verb="note.expired", about=batch, **told)
    return len(notes)
