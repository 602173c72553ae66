"""Saying something in one's own words; putting what was said into the other language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.methods.search import words_of
from gyda.need.conversations import errors
from gyda.need.conversations.actions.opening import note
from gyda.need.conversations.models import (
    Conversation,
    Moderation,
    Participant,
    Standing,
    Statement,
)
from gyda.need.conversations.rules import require_hold
from gyda.need.conversations.voice import Voice
from gyda.people.who import GydaItself, Who

MOST_WAITING = 5


@dataclass(frozen=True)
class Words:
    """What somebody says; the translation, if any, is their own too."""

    text: str
    language: str
    translation: str = ""


@once
@transaction.atomic
def say(
    *,
    conversation_id: UUID,
    voice: Voice,
    words: Words,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Statement:
    """Add a statement; whether it is shown at once is for the conversation's moderation to say."""
    if key and (stored := Statement.objects.filter(request_key=key).first()):
        return stored
    now = now or timezone.now()
    # One at a time, for the numbers; people who vote do not wait for this lock.
    rows = Conversation.objects.select_for_update(no_key=True)
    conversation = rows.get(id=conversation_id)
    author = _author(conversation, voice, now)
    _check(conversation, author, words, now)
    at_once = conversation.moderation == Moderation.AFTER
    statement = Statement.objects.create(
        conversation=conversation, number=_next_number(conversation), text=words.text,
        language=words.language, translation=words.translation, author=author,
        state=Standing.SHOWN if at_once else Standing.WAITING, created_at=now,
        shown_at=now if at_once else None, request_key=key,
    )  # fmt: skip
    # Nobody is named: who said it is known to nobody but whoever said it.
    number = statement.number
    by = GydaItself(conversation.hub_id)
    record(by=by, verb="conversation.said", about=conversation, number=number)
    return statement


def _author(conversation: Conversation, voice: Voice, now: datetime.datetime) -> Participant:
    participant, _is_new = Participant.objects.get_or_create(
        conversation=conversation, **voice.key,
        defaults={
            "source": voice.source, "is_verified": voice.is_verified,
            "net": voice.net, "came_at": now,
        },
    )  # fmt: skip
    return participant


def _check(
    conversation: Conversation, author: Participant, words: Words, now: datetime.datetime
) -> None:
    if not conversation.takes_answers(now):
        raise errors.NotOpen
    if not conversation.takes_statements:
        raise errors.TakesNoStatements
    own = Statement.objects.waiting().filter(conversation=conversation, author=author)
    if own.count() >= MOST_WAITING:
        raise errors.EnoughForNow
    standing = Statement.objects.filter(
        conversation=conversation, state__in=[Standing.SHOWN, Standing.WAITING]
    )
    said = standing.values_list("text", "translation")
    new = words_of(words.text)
    if any(words_of(text) == new for pair in said for text in pair if text):
        raise errors.SaidAlready


def _next_number(conversation: Conversation) -> int:
    rows = Statement.objects.filter(conversation=conversation)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def translate(
    *, who: Who, statement_id: UUID, translation: str, now: datetime.datetime | None = None
) -> Statement:
    """Type the statement in the other language; what people have answered does not change."""
    rows = Statement.objects.select_for_update(of=("self",), no_key=True)
    statement: Statement = rows.select_related("conversation__initiative").get(id=statement_id)
    require_hold(who, statement.conversation)
    if statement.translation and statement.answers:
        raise errors.SameLanguage
    statement.translation = translation
    statement.translated_by, statement.translated_at = who.actor, now or timezone.now()
    statement.save(update_fields=["translation", "translated_by", "translated_at"])
    number = statement.number
    note(statement.conversation, who=who, verb="conversation.translated", number=number)
    return statement
