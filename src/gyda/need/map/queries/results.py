"""What the pages of results read: the stored map, the statements' words, and one's own answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.need.conversations.models import Conversation, Participant, Standing, Statement, Vote
from gyda.need.map.engine import Here, here
from gyda.need.map.models import Map
from gyda.people.who import Who

Texts = dict[str, tuple[str, str]]


def conversation_or_404(conversation_id: UUID, who: Who | None) -> Conversation:
    """Return the conversation, if this reader may see it."""
    found = get_object_or_404(Conversation, id=conversation_id)
    if not found.is_public and not who:
        raise Http404
    return found


def map_of(conversation: Conversation) -> Map | None:
    """Return the stored map, without what it goes on from."""
    rows = Map.objects.filter(conversation=conversation)
    return rows.defer("kept", "counts", "aside").first()


def shown_statements(conversation: Conversation) -> QuerySet[Statement]:
    """Return the statements that people are asked about."""
    return Statement.objects.filter(conversation=conversation, state=Standing.SHOWN, is_meta=False)


def texts_of(conversation: Conversation, numbers: Iterable[str], language: str) -> Texts:
    """Return the words of these statements, by number, in this language where they are there."""
    rows = shown_statements(conversation).filter(number__in=[int(one) for one in set(numbers)])
    return {str(one.number): one.words(language) for one in rows}


def own_answers(participant: Participant | None) -> Mapping[str, int]:
    """Return what somebody has answered, by number of the statement."""
    if participant is None:
        return {}
    rows = Vote.objects.filter(participant=participant)
    pairs = rows.values_list("statement__number", "answer")
    return {str(number): answer for number, answer in pairs}


def own_place(map_: Map | None, answers: Mapping[str, int]) -> Here | None:
    """Return where somebody stands by all their answers, also those of a second ago."""
    return here(map_.engine, answers) if map_ and map_.engine else None
