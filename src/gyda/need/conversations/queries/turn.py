"""What one person sees: the statement that is theirs to answer, and what they said before."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from gyda.need.conversations.models import (
    Appeal,
    Conversation,
    Judgement,
    Participant,
    Statement,
    Vote,
)
from gyda.need.conversations.routing.board import Board, board_of
from gyda.need.conversations.routing.next import next_for, placing_of, stands
from gyda.need.conversations.routing.path import unpacked
from gyda.need.conversations.voice import Voice


@dataclass(frozen=True)
class Turn:
    """The statement shown next, if any is left; how many are answered, of how many."""

    statement: Statement | None
    answered: int
    of: int


def participant_of(conversation: Conversation, voice: Voice | None) -> Participant | None:
    """Return who somebody is in this conversation, once they have answered or said something."""
    if voice is None:
        return None
    return Participant.objects.filter(conversation=conversation, **voice.key).first()


def turn_of(conversation: Conversation, voice: Voice) -> Turn:
    """Return whose turn it is, in three queries; asking again shows the same statement."""
    board, participant = board_of(conversation.id), participant_of(conversation, voice)
    answered: set[int] = set()
    if participant:
        rows = Vote.objects.filter(participant=participant)
        answered = board.numbers_of(rows.values_list("statement", flat=True))
    number = _number(conversation, voice, participant, board, answered)
    left = int(board.open_to(participant.id if participant else None, answered).sum())
    done = len(answered)
    return Turn(board.by_number.get(number) if number else None, done, done + left)


def _number(
    conversation: Conversation,
    voice: Voice,
    participant: Participant | None,
    board: Board,
    answered: set[int],
) -> int | None:
    person = participant.id if participant else None
    may = board.open_to(person, answered)
    path = (bytes(participant.path), participant.steps) if participant else (b"", 0)
    way = unpacked(*path)
    if not stands(way.shown, may):
        placing = placing_of(conversation.id, person, board)
        lot_of = (conversation.secret, voice.person)
        way = next_for(board, way, may=may, lot_of=lot_of, placing=placing)
    return way.shown.statement + 1 if way.shown else None


def answer_to(participant: Participant | None, statement: Statement) -> int | None:
    """Return what this person has answered to a statement."""
    if participant is None:
        return None
    rows = Vote.objects.filter(participant=participant, statement=statement)
    return rows.values_list("answer", flat=True).first()


def answers_of(participant: Participant | None) -> list[Vote]:
    """Return all that this person has answered, in the order of the statements."""
    if participant is None:
        return []
    rows = Vote.objects.filter(participant=participant).select_related("statement")
    return list(rows.order_by("statement__number"))


@dataclass(frozen=True)
class Said:
    """Something that this person wrote, and what became of it."""

    statement: Statement
    judgement: Judgement | None
    appeal: Appeal | None


def said_by(participant: Participant | None) -> list[Said]:
    """Return what this person wrote, in three queries."""
    if participant is None:
        return []
    rows = Statement.objects.filter(author=participant).select_related("merged_into")
    written = list(rows.order_by("-id")[:200])
    ids = [one.id for one in written]
    judged = Judgement.objects.filter(statement__in=ids).order_by("id")
    last: dict[UUID, Judgement] = {one.statement_id: one for one in judged}
    appeals = {one.statement_id: one for one in Appeal.objects.filter(statement__in=ids)}
    return [Said(one, last.get(one.id), appeals.get(one.id)) for one in written]


def own_or_none(participant: Participant | None, number: int) -> Said | None:
    """Return one of the things that this person wrote."""
    return next((one for one in said_by(participant) if one.statement.number == number), None)


def has_answers(conversation: Conversation, browser: str) -> bool:
    """Tell whether a browser has answered anything here."""
    guest = {"participant__conversation": conversation, "participant__browser": browser}
    return Vote.objects.filter(**guest).exists()
