"""Answering a statement: the path that a hundred people a second may take.

It locks the voter's own row and no other, and writes no journal: the vote is the record, and who
thinks what is nobody's business. Tallies follow by `folding`.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.keys.once import once
from gyda.need.conversations import errors
from gyda.need.conversations.models import Change, Conversation, Participant, Statement, Vote
from gyda.need.conversations.routing.board import Board, board_of
from gyda.need.conversations.routing.next import Way, next_for, placing_of, stands
from gyda.need.conversations.routing.path import unpacked
from gyda.need.conversations.voice import Voice

Before = dict[UUID, tuple[UUID, int]]  # statement -> (vote, answer) of one person


@dataclass(frozen=True)
class Answered:
    """One answer as it was given."""

    number: int
    answer: int
    language: str


@once
@transaction.atomic
def vote(
    *,
    conversation: Conversation,
    voice: Voice,
    answered: Answered,
    welcome: Callable[[], object] | None = None,
    now: datetime.datetime | None = None,
) -> Participant:
    """Keep an answer, or the other answer to the same statement; choose what is shown next.

    `welcome` is asked before somebody's first answer is kept; a DomainError stops it.
    """
    now = now or timezone.now()
    participant = _locked(conversation, voice)
    if participant is None:
        if welcome:
            welcome()
        participant = _newcomer(conversation, voice, now)
    if not conversation.takes_answers(now):
        raise errors.NotOpen
    board = board_of(conversation.id)
    if answered.number not in board.by_number:
        raise errors.NotAsked
    before = _answers_of(participant)
    done = board.numbers_of(before)
    way = _way(participant, voice, board, done)
    _keep_person(participant, _after(way, board, participant, voice, {*done, answered.number}))
    statement = board.by_number[answered.number]
    _keep_vote(participant, statement, voice, answered, before, way, now)
    return participant


def _locked(conversation: Conversation, voice: Voice) -> Participant | None:
    rows = Participant.objects.select_for_update()
    found = next(iter(rows.filter(conversation=conversation, **voice.key)), None)
    if found:
        found.conversation = conversation
    return found


def _newcomer(conversation: Conversation, voice: Voice, now: datetime.datetime) -> Participant:
    """Return a row that is not stored yet; of two at once the unique key stops one."""
    return Participant(
        hub_id=conversation.hub_id,
        conversation=conversation,
        source=voice.source,
        is_verified=voice.is_verified,
        net=voice.net,
        came_at=now,
        **voice.key,
    )


def _answers_of(participant: Participant) -> Before:
    """Return all that this person has answered."""
    if participant._state.adding:
        return {}
    rows = Vote.objects.filter(participant=participant)
    found = rows.values_list("statement", "id", "answer")
    return {statement: (vote_id, answer) for statement, vote_id, answer in found}


def _way(participant: Participant, voice: Voice, board: Board, answered: set[int]) -> Way:
    """Return the way with what this person was shown; a newcomer's is drawn again, as it was."""
    way = unpacked(bytes(participant.path), participant.steps)
    may = board.open_to(participant.id, answered)
    if stands(way.shown, may):
        return way
    lot_of = (participant.conversation.secret, voice.person)
    return next_for(board, way, may=may, lot_of=lot_of)


def _after(
    way: Way, board: Board, participant: Participant, voice: Voice, answered: set[int]
) -> Way:
    """Return the way on: what was shown stays, unless it is what was answered."""
    may = board.open_to(participant.id, answered)
    if stands(way.shown, may):
        return way
    conversation: Conversation = participant.conversation
    placing = placing_of(conversation.id, participant.id, board)
    lot_of = (conversation.secret, voice.person)
    return next_for(board, way, may=may, lot_of=lot_of, placing=placing)


def _keep_person(participant: Participant, way: Way) -> None:
    participant.path, participant.steps = way.packed(), way.exposure.step
    participant.following = way.shown.statement + 1 if way.shown else None
    if participant._state.adding:
        participant.save(force_insert=True)
    else:
        participant.save(update_fields=["path", "steps", "following"])


def _keep_vote(
    participant: Participant,
    statement: Statement,
    voice: Voice,
    answered: Answered,
    before: Before,
    way: Way,
    now: datetime.datetime,
) -> None:
    stored, was = before.get(statement.id, (None, None))
    given = {
        "answer": answered.answer, "source": voice.source, "language": answered.language, "at": now
    }  # fmt: skip
    if stored:
        Vote.objects.filter(id=stored).update(carried_from=None, **given)
    else:
        Vote.objects.create(
            conversation_id=participant.conversation_id, participant=participant,
            statement=statement, **given, **_line(way, answered.number),
        )  # fmt: skip
    if was != answered.answer:
        Change.objects.create(
            conversation=participant.conversation_id, statement=statement.id,
            was=was, now=answered.answer, is_new=not before,
        )  # fmt: skip


def _line(way: Way, number: int) -> dict[str, float | int]:
    """Return the line of the exposure log, if this is what the person was shown."""
    shown = way.shown
    if shown is None or shown.statement != number - 1:
        return {}
    names = ("chance", "reach", "step", "opened", "among")
    return {name: getattr(shown, name) for name in names}
