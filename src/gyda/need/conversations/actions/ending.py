"""Closing a conversation, opening it again, and telling people what became of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.need.conversations import errors
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.opening import held, note
from gyda.need.conversations.models import Conversation, Participant, State
from gyda.people.letterbox import write_to
from gyda.people.who import GydaItself, Who


@dataclass(frozen=True)
class Words:
    """Something said in both languages."""

    cy: str
    en: str

    @property
    def are_both_there(self) -> bool:
        return bool(self.cy.strip() and self.en.strip())


@transaction.atomic
def close(
    *,
    who: Who,
    conversation_id: UUID,
    next_: Words,
    hear_by_on: datetime.date,
    now: datetime.datetime | None = None,
) -> Conversation:
    """Take no more answers; say what happens next, and by when people hear back.

    What the clock has closed gets its words in the same way.
    """
    now = now or timezone.now()
    conversation = held(who, conversation_id)
    if not next_.are_both_there:
        raise errors.SayWhatIsNext
    if hear_by_on <= timezone.localdate(now):
        raise errors.HearsBefore
    _shut(conversation, now)
    _put(conversation, "next", next_)
    conversation.hear_by_on = hear_by_on
    conversation.save()
    note(conversation, who=who, verb="conversation.closed")
    _tell(conversation, "conversation_closed")
    return conversation


def _shut(conversation: Conversation, now: datetime.datetime) -> None:
    """Close it, and forget from where people came."""
    if conversation.state == State.OPEN:
        conversation.state, conversation.closed_at = State.CLOSED, now
    Participant.objects.filter(conversation=conversation).exclude(net="").update(net="")


@transaction.atomic
def reopen(
    *,
    who: Who,
    conversation_id: UUID,
    closes_at: datetime.datetime | None,
    hear_by_on: datetime.date,
    now: datetime.datetime | None = None,
) -> Conversation:
    """Take answers again."""
    now = now or timezone.now()
    conversation = held(who, conversation_id)
    if conversation.takes_answers(now):
        raise errors.IsOpen
    if closes_at and closes_at <= now:
        raise errors.ClosesBefore
    if hear_by_on <= timezone.localdate(closes_at or now):
        raise errors.HearsBefore
    conversation.state, conversation.closed_at = State.OPEN, None
    conversation.closes_at, conversation.hear_by_on = closes_at, hear_by_on
    _put(conversation, "outcome", Words("", ""))
    conversation.outcome_at = None
    conversation.save()
    note(conversation, who=who, verb="conversation.reopened")
    return conversation


@transaction.atomic
def tell(
    *, who: Who, conversation_id: UUID, outcome: Words, now: datetime.datetime | None = None
) -> Conversation:
    """Say what became of it, to everyone on its page and to the members who answered."""
    conversation = held(who, conversation_id)
    if conversation.state == State.OPEN:
        raise errors.StillOpen
    if not outcome.are_both_there:
        raise errors.SayWhatIsNext(field="outcome_cy")
    _put(conversation, "outcome", outcome)
    conversation.outcome_at = now or timezone.now()
    conversation.save()
    note(conversation, who=who, verb="conversation.told")
    _tell(conversation, "conversation_told")
    return conversation


def _tell(conversation: Conversation, kind: str) -> None:
    """Write to the members who took part; nobody else can be reached."""
    rows = Participant.objects.filter(conversation=conversation, member__state="ACTIVE")
    for participant in rows.select_related("member__person").iterator(chunk_size=500):
        write_to(
            participant.member, kind, about_id=conversation.id,
            conversation=conversation,
        )  # fmt: skip


def _put(conversation: Conversation, name: str, words: Words) -> None:
    for lang, text in vars(words).items():
        setattr(conversation, f"{name}_{lang}", text)


def close_due(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Close what the clock has run out on; whoever looks after it is asked to say what is next."""
    for found in Conversation.objects.going_on().filter(closes_at__lte=now):
        _close_one(found.id, hub_id, now)


@transaction.atomic
def _close_one(conversation_id: UUID, hub_id: UUID, now: datetime.datetime) -> None:
    rows = Conversation.objects.select_for_update(of=("self",), no_key=True)
    conversation: Any = rows.select_related("by__person").get(id=conversation_id)
    if conversation.state != State.OPEN:
        return
    fold(conversation.id)
    conversation.refresh_from_db(fields=["people"])
    _shut(conversation, now)
    conversation.save()
    verb, public = "conversation.ran_out", conversation.is_public
    record(by=GydaItself(hub_id), verb=verb, about=conversation, public=public)
    write_to(
        conversation.by, "conversation_say_next", about_id=conversation.id,
        conversation=conversation,
    )  # fmt: skip
