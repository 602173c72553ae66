"""What conversations hold on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.letters.models import Letter
from gyda.need.conversations.models import (
    Appeal,
    Conversation,
    Judgement,
    Participant,
    Room,
    Sheet,
    Statement,
    VoicePolicy,
    Vote,
)
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = ("conversation__title_cy", "conversation__title_en")


def export_participants(member: Member) -> Rows:
    """Return which conversations the member took part in."""
    rows = Participant.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values(*TITLE, "source", "came_at")]


def export_answers(member: Member) -> Rows:
    """Return every answer of the member: nobody else is ever shown them."""
    rows = Vote.objects.filter(participant__member=member).order_by("at", "id")
    columns = ("statement__text", "answer", "source", "language", "at")
    return [dict(row) for row in rows.values(*columns)]


def export_statements(member: Member) -> Rows:
    """Return what the member said or translated."""
    mine = Q(author__member=member) | Q(translated_by=member)
    rows = Statement.objects.filter(mine).order_by("id")
    columns = ("text", "language", "translation", "state", "created_at")
    return [dict(row) for row in rows.values(*columns)]


def erase_participants(member: Member) -> None:
    """Forget who it was. Answers stay and are nobody's; what was never shown is gone."""
    mine = Participant.objects.filter(member=member)
    ids = list(mine.values_list("id", flat=True))
    Appeal.objects.filter(statement__author__in=ids).update(words="–")
    unseen = Statement.objects.filter(author__in=ids, shown_at__isnull=True)
    unseen.update(text="–", translation="")
    about = list(mine.values_list("conversation", flat=True))
    Letter.objects.filter(member=member, about_id__in=about).delete()  # others' letters stay
    mine.update(member=None, is_verified=True, net="")


def _deeds(model: Any, field: str) -> None:
    """Declare a table of what members did for everyone; the words are the hub's."""

    def export(member: Member) -> Rows:
        rows = model.objects.filter(**{field: member}).order_by("id")
        return list(rows.values("id"))

    register(model, export=export, erase=keep)


def export_sheets(member: Member) -> Rows:
    """Return the sheets that the member printed or typed in."""
    mine = Sheet.objects.filter(printed_by=member) | Sheet.objects.filter(typed_by=member)
    return [dict(row) for row in mine.order_by("id").values("code", "printed_at", "typed_at")]


def register_all() -> None:
    """Declare them."""
    register(Participant, export=export_participants, erase=erase_participants)
    register(Vote, export=export_answers, erase=keep)
    register(Statement, export=export_statements, erase=keep)
    register(Sheet, export=export_sheets, erase=keep)
    _deeds(Conversation, "by")
    _deeds(VoicePolicy, "by")
    _deeds(Judgement, "by")
    _deeds(Room, "by")
