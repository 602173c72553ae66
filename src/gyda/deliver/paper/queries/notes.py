"""What the pages about notes show."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from gyda.deliver.paper.models import HandOut, Note, NoteBatch, NoteState, Refusal
from gyda.ledger.models import Kind, Pocket
from gyda.people.models import Member, Organisation
from gyda.people.who import Who


def batches() -> QuerySet[NoteBatch]:
    """Return all batches, newest first."""
    return NoteBatch.objects.select_related("printed_by").order_by("-id")


def batch_or_404(batch_id: UUID) -> NoteBatch:
    return get_object_or_404(NoteBatch.objects.select_related("key", "printed_by"), id=batch_id)


@dataclass(frozen=True)
class Tally:
    """How many notes of a batch stand how."""

    label: str
    state: str
    count: int


def tallies(batch: NoteBatch) -> list[Tally]:
    """Count the notes of one batch, at most a thousand, by state."""
    rows = Note.objects.filter(batch=batch).order_by().values_list("state")
    counts: Mapping[str, int] = dict(rows.annotate(Count("id")))
    return [Tally(str(one.label), one, counts[one]) for one in NoteState if one in counts]


def notes_of(batch: NoteBatch) -> "QuerySet[Note]":
    """Return the notes of a batch, in their order."""
    rows = Note.objects.filter(batch=batch)
    return rows.select_related("batch", "handout__holder", "member", "organisation")


def in_drawer(batch: NoteBatch) -> "QuerySet[Note]":
    """Return the notes of a batch that may be printed again: nobody has them yet."""
    return Note.objects.filter(batch=batch, state=NoteState.DRAWER).order_by("number")


def note_or_404(note_id: UUID) -> Note:
    rows = Note.objects.select_related(
        *("batch__key", "member", "organisation", "entered_by"),
        *("handout__holder", "handout__handed_by"),
    )
    return get_object_or_404(rows, id=note_id)


def note_numbered(number: int) -> Note | None:
    """Return the note with this number."""
    return Note.objects.filter(number=number).first()


def in_circulation() -> int:
    """Return the minutes that are on paper, with whoever has it."""
    rows = Pocket.objects.filter(account__kind=Kind.NOTES)
    return sum(rows.values_list("balance", flat=True))


def refusals(note: Note | None = None) -> QuerySet[Refusal]:
    """Return what was refused and nobody has looked into; or all that one note was refused for."""
    rows = Refusal.objects.select_related("note", "tried_by", "member", "organisation")
    return rows.filter(note=note) if note else rows.filter(seen_at__isnull=True)


def refusal_or_404(refusal_id: UUID) -> Refusal:
    return get_object_or_404(Refusal, id=refusal_id)


def brought_by(member: Member) -> "QuerySet[Note]":
    """Return the notes that a member has brought, the last first."""
    rows = Note.objects.filter(member=member).select_related("batch")
    return rows.order_by("-ended_at", "-id")


def handed_to(member: Member) -> QuerySet[HandOut]:
    """Return the notes that were handed to a member, the last first."""
    return HandOut.objects.filter(holder=member).order_by("-id")


def spent_at(organisation: Organisation) -> "QuerySet[Note]":
    """Return the notes that were spent at an organisation: what a venue is owed for."""
    rows = Note.objects.filter(organisation=organisation, state=NoteState.REDEEMED)
    return rows.select_related("batch").order_by("-ended_at", "-id")


def places_for(who: Who) -> Sequence[Organisation]:
    """Return where this person may take notes: connectors anywhere, others at their own place."""
    rows = Organisation.objects.order_by("name_cy", "id")
    return list(rows if who.actor.is_connector else rows.filter(id__in=[who.actor.organisation_id]))
