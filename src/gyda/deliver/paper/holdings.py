"""What paper holds on a member: ids and figures, which stay; choices and words, which go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.deliver.paper.models import (
    HandOut,
    Note,
    NoteBatch,
    NoteKey,
    Refusal,
    StatementChoice,
)
from gyda.deliver.paper.queries.notes import brought_by, handed_to
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def _notes(member: Member) -> Rows:
    return [dict(row) for row in brought_by(member).values("number", "ended_at", "batch__minutes")]


def _handed(member: Member) -> Rows:
    return [
        dict(row)
        for row in handed_to(member).values("handed_at", "count", "minutes", "words", "language")
    ]


def _forget_words(member: Member) -> None:
    HandOut.objects.filter(holder=member).update(words="")


def _refusals(member: Member) -> Rows:
    theirs = Refusal.objects.filter(Q(tried_by=member) | Q(member=member)).order_by("id")
    return [
        dict(row) for row in theirs.values("reason", "note__number", "times", "first_at", "last_at")
    ]


def _printed(member: Member) -> Rows:
    theirs = NoteBatch.objects.filter(printed_by=member).order_by("id")
    return [dict(row) for row in theirs.values("number", "count", "minutes", "printed_at")]


def _keys(member: Member) -> Rows:
    return [
        dict(row) for row in NoteKey.objects.filter(made_by=member).order_by("id").values("made_at")
    ]


def _choice(member: Member) -> Rows:
    return [
        dict(row)
        for row in StatementChoice.objects.filter(member=member).values("rhythm", "chosen_at")
    ]


def _forget_choice(member: Member) -> None:
    StatementChoice.objects.filter(member=member).delete()


def register_all() -> None:
    """Declare the tables."""
    register(Note, export=_notes, erase=keep)
    register(HandOut, export=_handed, erase=_forget_words)
    register(Refusal, export=_refusals, erase=keep)
    register(NoteBatch, export=_printed, erase=keep)
    register(NoteKey, export=_keys, erase=keep)
    register(StatementChoice, export=_choice, erase=_forget_choice)
