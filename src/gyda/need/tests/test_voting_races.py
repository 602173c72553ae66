"""At the same moment: one person on sixteen devices, a room, folding and joining meanwhile."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from functools import partial
from uuid import UUID

import pytest

from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.keys.context import in_hub
from gyda.need.conversations.actions import merging, saying, sheets
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.judging import Because
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import (
    Conversation,
    Participant,
    Sheet,
    Statement,
    Vote,
)
from gyda.need.conversations.voice import Voice
from gyda.need.tests.builders import a_conversation, of_browser, of_member
from gyda.people.tests.builders import Cast, a_cast, who

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
DEVICES = 16


@pytest.fixture
def people() -> Cast:
    return a_cast()


@pytest.fixture
def asked(people: Cast) -> Conversation:
    with in_hub(people.hub.id):
        return a_conversation(people.carys)


def _votes(asked: Conversation, voice: Voice, answer: int, number: int = 1) -> partial[object]:
    given = Answered(number, answer, "cy")
    return partial(vote, conversation=asked, voice=voice, answered=given)


def _tallies_equal_votes(conversation_id: UUID) -> bool:
    fold(conversation_id)
    rows = Vote.objects.filter(conversation=conversation_id).values_list("statement", "answer")
    votes = Counter(rows)
    statements = Statement.objects.filter(conversation=conversation_id)
    return all(
        (one.agrees, one.passes, one.disagrees)
        == tuple(votes[one.id, answer] for answer in (1, 0, -1))
        for one in statements
    )


def test_sixteen_votes_of_one_person_at_once_are_one_vote(
    people: Cast, asked: Conversation
) -> None:
    voice = of_member(people.bryn)
    answers = [(-1, 0, 1)[number % 3] for number in range(DEVICES)]
    results = at_once(people.hub.id, *[_votes(asked, voice, answer) for answer in answers])
    assert refused(results) == 0
    with in_hub(people.hub.id):
        assert Participant.objects.count() == 1
        assert Vote.objects.count() == 1
        assert _tallies_equal_votes(asked.id)
        asked.refresh_from_db()
        assert asked.people == 1


def test_many_people_at_once_while_it_is_folded_lose_nothing(
    people: Cast, asked: Conversation
) -> None:
    acts: list[partial[object]] = [
        _votes(asked, of_browser(f"{person}"), 1, number)
        for person in range(10)
        for number in (1, 2)
    ]
    acts += [partial(fold, asked.id) for _number in range(6)]
    results = at_once(people.hub.id, *acts)
    assert refused(results) == 0
    with in_hub(people.hub.id):
        assert Vote.objects.count() == 20
        assert _tallies_equal_votes(asked.id)
        asked.refresh_from_db()
        assert asked.people == 10


def test_joining_two_while_people_answer_both_counts_everyone_once(
    people: Cast, asked: Conversation
) -> None:
    with in_hub(people.hub.id):
        for person in range(8):
            _votes(asked, of_browser(f"{person}"), 1, 2)()
        one, two = Statement.objects.filter(number__in=[1, 2]).order_by("number")
    join = partial(
        merging.merge, who=who(people.carys), keep_id=one.id, drop_id=two.id, because=Because()
    )
    acts = [_votes(asked, of_browser(f"{person}"), -1, 1) for person in range(8)]
    results = at_once(people.hub.id, join, *acts)
    assert refused(results) == 0
    with in_hub(people.hub.id):
        assert Vote.objects.filter(statement=one).count() == 8
        assert set(Vote.objects.filter(statement=one).values_list("answer", flat=True)) == {-1}
        assert _tallies_equal_votes(asked.id)


def test_a_sheet_that_two_people_type_in_counts_once(people: Cast, asked: Conversation) -> None:
    with in_hub(people.hub.id):
        sheets.print_sheets(who=who(people.carys), conversation_id=asked.id, count=1)
        code = Sheet.objects.get().code
    typed = partial(
        sheets.type_sheet, conversation_id=asked.id, code=code, answers={1: 1}, language="cy"
    )
    acts = [partial(typed, who=who(member)) for member in (people.carys, people.alys) * 3]
    assert refused(at_once(people.hub.id, *acts)) == 5
    with in_hub(people.hub.id):
        assert Vote.objects.count() == 1


def test_statements_said_at_once_get_numbers_of_their_own(
    people: Cast, asked: Conversation
) -> None:
    acts = [
        partial(
            saying.say, conversation_id=asked.id, voice=of_browser(f"{number}"),
            words=saying.Words(f"Peth rhif {number}", "cy"),
        )
        for number in range(8)
    ]  # fmt: skip
    assert refused(at_once(people.hub.id, *acts)) == 0
    with in_hub(people.hub.id):
        numbers = Statement.objects.values_list("number", flat=True).order_by("number")
        assert list(numbers) == list(range(1, 15))
