"""Answering: one person one vote, changeable; tallies that equal the votes; what is shown next."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.journal.models import Entry
from gyda.need.conversations import errors
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import Change, Conversation, Participant, Statement, Vote
from gyda.need.conversations.queries.turn import turn_of
from gyda.need.conversations.routing.board import forget
from gyda.need.conversations.voice import Voice
from gyda.need.tests.builders import a_conversation, of_browser, of_member
from gyda.people.tests.builders import Cast


def say(
    conversation: Conversation, voice: Voice, number: int, answer: int, language: str = "cy"
) -> Participant:
    answered = Answered(number, answer, language)
    return vote(conversation=conversation, voice=voice, answered=answered)


def test_a_person_has_one_vote_on_a_statement_and_can_change_it(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    say(conversation, of_member(cast.bryn), 1, 1)
    say(conversation, of_member(cast.bryn), 1, -1)
    assert [vote.answer for vote in Vote.objects.all()] == [-1]
    fold(conversation.id)
    first = Statement.objects.get(number=1)
    assert (first.agrees, first.disagrees, first.passes) == (0, 1, 0)
    conversation.refresh_from_db()
    assert conversation.people == 1


def test_nobody_can_read_from_the_journal_who_thinks_what(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    before = Entry.objects.count()
    say(conversation, of_member(cast.bryn), 1, 1)
    assert Entry.objects.count() == before


def test_a_vote_takes_six_queries_at_most(cast: Cast) -> None:
    conversation = a_conversation(cast.carys, statements=40)
    for number in (1, 2, 2):
        with CaptureQueriesContext(connection) as seen:
            say(conversation, of_member(cast.bryn), number, number - 1)
        queries = [one for one in seen if "SAVEPOINT" not in one["sql"]]
        assert len(queries) <= 6


def test_everyone_is_led_through_all_statements_and_no_further(cast: Cast) -> None:
    conversation = a_conversation(cast.carys, statements=7)
    participant = say(conversation, of_browser("a"), 3, 1)
    seen = [3]
    while participant.following:
        seen.append(participant.following)
        participant = say(conversation, of_browser("a"), participant.following, 0)
    assert sorted(seen) == list(range(1, 8))


def test_what_was_shown_is_logged_with_its_chance_and_what_was_sought_out_without(
    cast: Cast,
) -> None:
    conversation = a_conversation(cast.carys, statements=7)
    participant = say(conversation, of_browser("a"), 3, 1)
    shown = participant.following
    other = next(number for number in (1, 2, 4, 5) if number != shown)
    assert say(conversation, of_browser("a"), other, 1).following == shown
    say(conversation, of_browser("a"), shown, 1)
    votes = {vote.statement.number: vote for vote in Vote.objects.select_related("statement")}
    assert votes[other].chance is None
    assert 0 < votes[shown].reach <= votes[shown].chance <= 1
    assert votes[shown].among in (6, 7)


def test_a_closed_conversation_takes_no_answer(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    conversation.state, conversation.closed_at = "CLOSED", conversation.created_at
    conversation.save()
    with pytest.raises(errors.NotOpen):
        say(conversation, of_member(cast.bryn), 1, 1)
    assert not Participant.objects.exists()


def test_a_statement_that_is_not_shown_takes_none(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    Statement.objects.filter(number=2).update(state="REFUSED")
    for number in (2, 99):
        with pytest.raises(errors.NotAsked):
            say(conversation, of_member(cast.bryn), number, 1)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    deeds=st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 5), st.integers(-1, 1), st.booleans()),
        max_size=30,
    )
)
def test_whatever_people_do_the_tallies_equal_the_votes(
    cast: Cast, deeds: list[tuple[int, int, int, bool]]
) -> None:
    conversation = a_conversation(cast.carys, statements=5)
    for person, number, answer, folds in deeds:
        say(conversation, of_browser(f"{person}"), number, answer)
        if folds:
            fold(conversation.id)
    fold(conversation.id)
    votes = Counter(
        Vote.objects.filter(conversation=conversation).values_list("statement", "answer")
    )
    for one in Statement.objects.filter(conversation=conversation):
        told = (one.agrees, one.passes, one.disagrees)
        assert told == tuple(votes[one.id, answer] for answer in (1, 0, -1))
    conversation.refresh_from_db()
    assert conversation.people == len({person for person, *_rest in deeds})
    assert not Change.objects.exists()


def test_a_way_longer_than_the_board_goes_on_once_the_last_statement_is_off_it(cast: Cast) -> None:
    conversation = a_conversation(cast.carys, statements=4)
    say(conversation, of_member(cast.bryn), 1, 1)
    Statement.objects.filter(number=4).update(state="REFUSED")
    forget(conversation.id)
    asked = []
    while statement := turn_of(conversation, of_member(cast.bryn)).statement:
        say(conversation, of_member(cast.bryn), statement.number, 1)
        asked.append(statement.number)
    assert sorted(asked) == [2, 3]
