"""Reads votes out of the database for the map: no names, and everyone by another id than their own.

The ids are keyed hashes: the same in each map of one conversation, others in each other one. Their
order is the order of rows in the map, so an export that numbers people in this order gives
`gyda map` the very same map.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from gyda.methods.opinion.publish.rows import pseudonym
from gyda.methods.opinion.votes import Votes
from gyda.need.conversations.models import Conversation, Participant, Standing, Statement, Vote
from gyda.need.map.material import Came, Material

BATCH = 20_000


def id_of(conversation: Conversation, participant: UUID) -> str:
    """Return by which id a person goes in the map."""
    return pseudonym(conversation.secret.encode(), str(conversation.id), participant.hex)


@dataclass(frozen=True, eq=False)
class Asked:
    """The statements that people are asked about: id -> number; and who wrote which."""

    numbers: Mapping[UUID, int]
    authors: Mapping[str, str]

    @classmethod
    def of(cls, conversation: Conversation) -> "Asked":
        """Read them: those shown, about the matter itself."""
        rows = Statement.objects.filter(
            conversation=conversation, state=Standing.SHOWN, is_meta=False
        ).values_list("id", "number", "author_id")
        numbers, authors = {}, {}
        for statement, number, author in rows:
            numbers[statement] = number
            if author:
                authors[str(number)] = id_of(conversation, author)
        return cls(numbers, authors)


@dataclass(frozen=True, eq=False)
class Read:
    """All of a conversation; `names` and `nets` say who is who and what came from where."""

    material: Material
    names: dict[UUID, str]
    nets: dict[str, int]


def read_all(conversation: Conversation, asked: Asked) -> Read:
    """Read all that counts."""
    names, nets, came = _people(conversation)
    row_of = {participant: row for row, participant in enumerate(names)}
    person: list[int] = []
    statement: list[int] = []
    answer: list[int] = []
    rows = Vote.objects.filter(conversation=conversation).values_list(
        "participant_id", "statement_id", "answer"
    )
    for who, what, said in rows.iterator(BATCH):
        number = asked.numbers.get(what)
        if number is not None and who in row_of:
            person.append(row_of[who])
            statement.append(number)
            answer.append(said)
    votes = _votes(list(names.values()), person, statement, answer)
    return Read(Material(votes, came, asked.authors), names, nets)


def _people(
    conversation: Conversation,
) -> tuple[dict[UUID, str], dict[str, int], dict[str, Came]]:
    """Return everyone's id in the map, the networks, and how each came."""
    rows = Participant.objects.filter(conversation=conversation).values_list(
        "id", "net", "is_verified", "came_at"
    )
    names: dict[UUID, str] = {}
    nets: dict[str, int] = {}
    came: dict[str, Came] = {}
    for participant, net, is_verified, at in rows.iterator(BATCH):
        name = names[participant] = id_of(conversation, participant)
        source = nets.setdefault(net, len(nets)) if net else -1
        came[name] = Came(source, is_verified, milliseconds(at))
    return names, nets, came


def milliseconds(at: datetime.datetime) -> int:
    """Return a moment as methods count it."""
    return int(at.timestamp() * 1000)


def votes_of(people: list[str], statements: list[str], answers: list[int]) -> Votes:
    """Sort a few votes."""
    return Votes.of(people, statements, answers) if people else Votes.of([], [], [])


def _votes(ids: list[str], person: list[int], statement: list[int], answer: list[int]) -> Votes:
    """Sort them; who has answered nothing that counts, and what nobody answered, stays out."""
    rows, who = np.unique(np.array(person, np.int32), return_inverse=True)
    numbers, what = np.unique(np.array(statement, np.int32), return_inverse=True)
    return Votes.indexed(
        [ids[row] for row in rows.tolist()],
        [str(number) for number in numbers.tolist()],
        who.astype(np.int32),
        what.astype(np.int32),
        np.array(answer, np.int8),
    )
