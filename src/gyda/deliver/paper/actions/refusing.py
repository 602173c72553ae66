"""A refused note is told to the connectors, and taken off their desk again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gyda.deliver.paper.errors import ConnectorsOnly, NoteRefused
from gyda.deliver.paper.models import Note, Refusal
from gyda.journal.actions import record
from gyda.letters.models import Letter, LetterState
from gyda.people.letterbox import write_to
from gyda.people.models import Member, Organisation
from gyda.people.queries import connectors
from gyda.people.who import Who

KIND = "note_refused"


@transaction.atomic
def tell_connectors(
    who: Who,
    refused: NoteRefused,
    member: Member | None,
    organisation: Organisation | None,
    now: datetime.datetime,
) -> Refusal:
    """Put it on the desk; the first time, with a letter too. Trying again only counts."""
    note: Note | None = refused.data.get("note")
    same = Refusal.objects.filter(
        note=note, reason=refused.reason, tried_by=who.actor, seen_at__isnull=True
    )
    if same.update(times=F("times") + 1, last_at=now):
        return same.latest("id")
    refusal = Refusal.objects.create(
        reason=refused.reason,
        note=note,
        tried_by=who.actor,
        member=member,
        organisation=organisation,
        first_at=now,
        last_at=now,
    )
    told = [one for one in connectors() if one.id != who.actor.id]
    _write(told, refusal)
    record(by=who, verb="note.refused", about=refusal, concerns=told, number=_number(note))
    return refusal


def _number(note: Note | None) -> str:
    return str(note.number) if note else "?"


def _write(told: Sequence[Member], refusal: Refusal) -> None:
    """Write to those in whose post none of these letters waits: a hundred tries are one letter."""
    waiting = Letter.objects.filter(kind=KIND, state=LetterState.WAITING, member__in=told)
    have_one = set(waiting.values_list("member_id", flat=True))
    for connector in told:
        if connector.id not in have_one:
            write_to(connector, KIND, about_id=refusal.id, refusal=refusal)


@transaction.atomic
def see_refusal(*, who: Who, refusal: Refusal, now: datetime.datetime | None = None) -> None:
    """Take a refusal off the desk: a connector has looked into it."""
    ConnectorsOnly.check(who)
    unseen = Refusal.objects.filter(id=refusal.id, seen_at__isnull=True)
    if unseen.update(seen_at=now or timezone.now(), seen_by=who.actor.id):
        record(by=who, verb="note.looked-into", about=refusal)
