"""Conversations with many votes, for tests of the map."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable

import numpy as np
from django.utils import timezone

from gyda.methods.opinion.tests.conversations import camps
from gyda.methods.opinion.votes import Votes
from gyda.need.conversations.models import Conversation, Participant, Source, Statement, Vote
from gyda.need.tests.builders import a_conversation, a_statement
from gyda.people.models import Member


def some_people(
    conversation: Conversation, many: int, *, net: str = "", is_verified: bool = False
) -> list[Participant]:
    """Let so many people come, each by a browser of their own."""
    start = Participant.objects.filter(conversation=conversation).count()
    return Participant.objects.bulk_create(
        Participant(
            hub_id=conversation.hub_id,
            conversation=conversation,
            browser=f"{start + number:064x}",
            source=Source.WEB,
            net=net,
            is_verified=is_verified,
            came_at=timezone.now() - datetime.timedelta(minutes=number),
        )
        for number in range(many)
    )


Rows = Iterable[tuple[Participant, Statement, int]]


def store_votes(
    conversation: Conversation, rows: Rows, at: datetime.datetime | None = None
) -> None:
    """Store votes as they are."""
    at = at or timezone.now()
    Vote.objects.bulk_create(
        [
            Vote(
                hub_id=conversation.hub_id,
                conversation=conversation,
                participant=participant,
                statement=statement,
                answer=answer,
                source=Source.WEB,
                language="en",
                at=at,
            )
            for participant, statement, answer in rows
        ],
        batch_size=5_000,
    )


def filled(
    conversation: Conversation, votes: Votes, at: datetime.datetime | None = None
) -> tuple[list[Participant], list[Statement]]:
    """Put votes into a conversation: statement 0 of them is number 1, and so on."""
    people = some_people(conversation, votes.n)
    statements = [a_statement(conversation, j + 1) for j in range(votes.m)]
    columns = (votes.person.tolist(), votes.statement.tolist(), votes.answer.tolist())
    rows = [(people[p], statements[s], a) for p, s, a in zip(*columns, strict=True)]
    store_votes(conversation, rows, at)
    return people, statements


def two_camps(by: Member, *sizes: int, **fields: object) -> Conversation:
    """A conversation of two camps (or more) that think unlike."""
    conversation = a_conversation(by, statements=0, **fields)
    filled(conversation, camps(sizes or (40, 30)))
    return conversation


def close(conversation: Conversation) -> None:
    """Close it, as its own action would."""
    conversation.state, conversation.closed_at = "CLOSED", timezone.now()
    conversation.save()


def random_answers(many: int, seed: int = 0) -> list[int]:
    """Return answers as they fall."""
    drawn = np.random.Generator(np.random.PCG64(seed)).integers(-1, 2, many)
    return [int(one) for one in drawn]
