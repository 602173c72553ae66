"""Conversations of a hub, of an initiative, and what a holder finds to do in one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from gyda.need.conversations.models import (
    Appeal,
    Conversation,
    Judgement,
    Room,
    Sheet,
    State,
    Statement,
    VoicePolicy,
)
from gyda.need.conversations.rules import may_hold
from gyda.people.who import Who
from gyda.web.paging import Page, page_of

FEW = 10  # below this many people no number of people is told


def conversation_or_404(conversation_id: UUID) -> Conversation:
    """Return the conversation of this hub."""
    rows = Conversation.objects.select_related("initiative")
    return get_object_or_404(rows, id=conversation_id)


def listed(
    who: Who | None, *, ended: bool = False, initiative: UUID | None = None
) -> "QuerySet[Conversation]":
    """Return those that go on, or those that have ended, or all of an initiative."""
    rows = Conversation.objects.filter(state=State.CLOSED if ended else State.OPEN)
    if initiative:
        rows = Conversation.objects.filter(initiative=initiative)
    return rows if who else rows.for_everyone()


def by_join_code(code: str) -> Conversation | None:
    """Return the conversation that a code on a screen leads to."""
    return Conversation.objects.filter(join_code=code).first()


def policy() -> VoicePolicy | None:
    return VoicePolicy.objects.first()


def statements_of(conversation: Conversation) -> "QuerySet[Statement]":
    """Return all that people are asked about."""
    return Statement.objects.shown().filter(conversation=conversation)


def page_of_statements(conversation: Conversation, request: HttpRequest) -> Page[Statement]:
    """Return a page of them, in the order in which they were said."""
    return page_of(statements_of(conversation), request, size=40, by="number")


def statement_or_404(conversation: Conversation, number: int) -> Statement:
    """Return a statement that people are asked about."""
    return get_object_or_404(statements_of(conversation), number=number)


def any_statement_or_404(conversation: Conversation, number: int) -> Statement:
    """Return a statement in whatever state, for those who look after the conversation."""
    rows = Statement.objects.filter(conversation=conversation)
    return get_object_or_404(rows.select_related("merged_into", "author"), number=number)


@dataclass(frozen=True)
class ToDo:
    """How much waits for those who look after a conversation."""

    waiting: int
    unread: int
    untranslated: int
    appeals: int


def to_do(conversation: Conversation) -> ToDo:
    """Count it, in two queries."""
    judged = Judgement.objects.filter(statement=OuterRef("pk"))
    rows = Statement.objects.filter(conversation=conversation, state__in=["WAITING", "SHOWN"])
    found = rows.annotate(judged=Exists(judged)).aggregate(
        waiting=Count("id", filter=Q(state="WAITING")),
        unread=Count("id", filter=Q(state="SHOWN", is_seed=False, judged=False)),
        untranslated=Count("id", filter=Q(state="SHOWN", translation="")),
    )
    open_ = Appeal.objects.filter(statement__conversation=conversation, answer__isnull=True)
    return ToDo(**found, appeals=open_.count())


def to_read(conversation: Conversation) -> "QuerySet[Statement]":
    """Return what nobody has judged yet: what waits, and what is seen already."""
    judged = Judgement.objects.filter(statement=OuterRef("pk"))
    rows = Statement.objects.filter(
        conversation=conversation, state__in=["WAITING", "SHOWN"], is_seed=False
    )
    return rows.filter(~Exists(judged))


def untranslated(conversation: Conversation) -> list[Statement]:
    """Return what can be read in one language only."""
    return list(statements_of(conversation).filter(translation="").order_by("number")[:100])


def judgements_of(conversation: Conversation) -> "QuerySet[Judgement]":
    """Return every decision about its statements; by whom is not shown."""
    rows = Judgement.objects.filter(statement__conversation=conversation)
    return rows.select_related("statement__merged_into")


def open_appeals(conversation: Conversation) -> list[Appeal]:
    rows = Appeal.objects.filter(statement__conversation=conversation, answer__isnull=True)
    return list(rows.select_related("statement__author", "judgement").order_by("id")[:100])


def appeal_or_404(conversation: Conversation, appeal_id: UUID) -> Appeal:
    rows = Appeal.objects.select_related("statement__author", "judgement")
    return get_object_or_404(rows, id=appeal_id, statement__conversation=conversation)


def printings_of(conversation: Conversation) -> list[dict[str, Any]]:
    """Return when sheets were printed: how many, and how many have been typed in."""
    rows = Sheet.objects.filter(conversation=conversation).values("printed_at")
    counts = rows.annotate(count=Count("id"), typed=Count("typed_at"))
    return [dict(row) for row in counts.order_by("-printed_at")[:50]]


def sheets_printed(conversation: Conversation, sheet_id: UUID) -> list[Sheet]:
    """Return the sheets that were printed together with this one."""
    one = get_object_or_404(Sheet, conversation=conversation, id=sheet_id)
    rows = Sheet.objects.filter(conversation=conversation, printed_at=one.printed_at)
    return list(rows.order_by("id"))


def first_sheet(conversation: Conversation, printed_at: Any) -> UUID:
    rows = Sheet.objects.filter(conversation=conversation, printed_at=printed_at)
    return rows.order_by("id").values_list("id", flat=True)[0]


def sheet_by(conversation: Conversation, code: str) -> Sheet | None:
    return Sheet.objects.filter(conversation=conversation, code=code).first()


def room_or_404(conversation: Conversation, room_id: UUID) -> Room:
    rows = Room.objects.select_related("statement")
    return get_object_or_404(rows, id=room_id, conversation=conversation, ended_at__isnull=True)


def room_now(conversation: Conversation) -> Room | None:
    """Return the meeting that goes on, the latest if there are several."""
    rows = Room.objects.filter(conversation=conversation, ended_at__isnull=True)
    return rows.select_related("statement").order_by("-id").first()


def holds(who: Who | None, conversation: Conversation) -> bool:
    return may_hold(who, conversation)
