"""What this room holds on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F

from gyda.heard.actions.meetings import locked, recount
from gyda.heard.models import (
    Answer,
    Coming,
    Meeting,
    PassportNeed,
    PopulationTable,
    SharedNeed,
)
from gyda.heard.models.about import answer_words
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
MEETING = ("meeting__title_cy", "meeting__title_en", "meeting__starts_at")


def _rows(values: Iterable[Mapping[str, Any]]) -> Rows:
    return [dict(row) for row in values]


def export_answers(member: Member) -> Rows:
    rows = Answer.objects.filter(member=member).order_by("question")
    return [
        {"question": row.question, "answer": answer_words(row), "given_at": row.given_at}
        for row in rows
    ]


def erase_answers(member: Member) -> None:
    Answer.objects.filter(member=member).delete()


def export_passport(member: Member) -> Rows:
    rows = PassportNeed.objects.filter(member=member).order_by("kind")
    return _rows(rows.values("kind", "words", "language"))


def erase_passport(member: Member) -> None:
    PassportNeed.objects.filter(member=member).delete()


def export_coming(member: Member) -> Rows:
    rows = Coming.objects.filter(member=member).order_by("id")
    return _rows(rows.values(*MEETING, "state", "said_at", "came_at"))


def export_shared(member: Member) -> Rows:
    rows = SharedNeed.objects.filter(member=member).order_by("id")
    facts = rows.values("kind", "words", "language", "state", "settled_at", met_how=F("how"))
    return _rows(facts)


def erase_shared(member: Member) -> None:
    """Forget the needs, and count anew what waits for the meetings they were shared for."""
    mine = SharedNeed.objects.filter(member=member)
    meetings = sorted(set(mine.values_list("coming__meeting_id", flat=True)))
    SharedNeed.objects.filter(member=member).delete()
    Coming.objects.filter(member=member, came_at__isnull=True).delete()
    for meeting_id in meetings:
        recount(locked(meeting_id))


def leave_meetings(member: Member) -> None:
    """Someone who leaves the hub comes to no meeting of it, and what they shared is forgotten."""
    erase_shared(member)


def export_organised(member: Member) -> Rows:
    rows = Meeting.objects.filter(organiser=member).order_by("id")
    return _rows(rows.values("title_cy", "title_en", "starts_at", "state"))


def export_population(member: Member) -> Rows:
    rows = PopulationTable.objects.filter(loaded_by=member)
    return _rows(rows.values("source_cy", "source_en", "loaded_at"))


def register_all() -> None:
    """Declare them; that someone was at a meeting stays, without their name."""
    register(Answer, export=export_answers, erase=erase_answers)
    register(PassportNeed, export=export_passport, erase=erase_passport)
    register(SharedNeed, export=export_shared, erase=erase_shared)
    register(Coming, export=export_coming, erase=keep)
    register(Meeting, export=export_organised, erase=keep)
    register(PopulationTable, export=export_population, erase=keep)
