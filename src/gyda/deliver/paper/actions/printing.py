"""Printing a batch of notes, and the key that signs them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.paper import code
from gyda.deliver.paper.errors import (
    ConnectorsOnly,
    DayIsPast,
    NoNumbersLeft,
    StewardsOnly,
    TooManyNotes,
)
from gyda.deliver.paper.models import Note, NoteBatch, NoteKey
from gyda.deliver.paper.models.batch import MOST_NOTES
from gyda.deliver.rules.terms import check_minutes
from gyda.journal.actions import record
from gyda.journal.models import Entry
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who

AN_HOUR = datetime.timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Print:
    """What is to be printed; the key makes a form sent twice one batch."""

    key: UUID
    minutes: int
    count: int
    expires_on: datetime.date | None = None


@once
@transaction.atomic
def print_batch(*, who: Who, asked: Print, now: datetime.datetime | None = None) -> NoteBatch:
    """Number and sign a batch of notes; on paper they are worth nothing until handed out."""
    now = now or timezone.now()
    _check(who, asked, now)
    stored = NoteBatch.objects.filter(request_key=asked.key).first()
    if stored:
        return stored
    last = NoteBatch.objects.order_by("-number").first()
    first = last.last + 1 if last else 1
    if first + asked.count - 1 > code.MOST:
        raise NoNumbersLeft
    batch = NoteBatch.objects.create(
        number=last.number + 1 if last else 1,
        minutes=asked.minutes,
        count=asked.count,
        first=first,
        expires_on=asked.expires_on,
        key=_newest_key(who.actor, now),
        printed_by=who.actor,
        printed_at=now,
        request_key=asked.key,
    )
    numbers = range(first, first + asked.count)
    notes = [Note(hub_id=batch.hub_id, batch=batch, number=number) for number in numbers]
    Note.objects.bulk_create(notes)
    record(by=who, verb="note.printed", about=batch, count=asked.count, minutes=asked.minutes)
    return batch


@transaction.atomic
def note_printing(*, who: Who, batch: NoteBatch, now: datetime.datetime | None = None) -> None:
    """Note that somebody opened codes to print them; once an hour says enough."""
    now = now or timezone.now()
    ConnectorsOnly.check(who)
    lately = Entry.objects.filter(
        verb="note.printed-again",
        about_type=batch._meta.label_lower,
        about_id=batch.id,
        actor_id=who.actor.id,
        at__gt=now - AN_HOUR,
    )
    if not lately.exists():
        record(by=who, verb="note.printed-again", about=batch)


def _check(who: Who, asked: Print, now: datetime.datetime) -> None:
    ConnectorsOnly.check(who)
    if not 1 <= asked.count <= MOST_NOTES:
        raise TooManyNotes
    check_minutes(asked.minutes)
    if asked.expires_on and asked.expires_on <= timezone.localdate(now):
        raise DayIsPast


@once
@transaction.atomic
def change_key(*, who: Who, now: datetime.datetime | None = None) -> NoteKey:
    """Have notes signed by a new key from now on; those that are out keep their worth."""
    StewardsOnly.check(who)
    last = NoteKey.objects.order_by("-generation").first()
    key = _make_key(who.actor, last.generation + 1 if last else 1, now or timezone.now())
    record(by=who, verb="note.key-changed", about=key, generation=key.generation)
    return key


def _newest_key(member: Member, now: datetime.datetime) -> NoteKey:
    newest = NoteKey.objects.order_by("-generation").first()
    return newest or _make_key(member, 1, now)


def _make_key(member: Member, generation: int, now: datetime.datetime) -> NoteKey:
    return NoteKey.objects.create(
        generation=generation, secret=secrets.token_hex(32), made_by=member, made_at=now
    )
