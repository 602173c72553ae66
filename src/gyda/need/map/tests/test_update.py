"""The map follows the votes: in one process at a time, and without betraying a single vote."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import uuid4

from django.utils import timezone

from gyda.methods.opinion import opinion_map
from gyda.need.conversations.models import Participant, Standing, Statement, Vote
from gyda.need.map.actions.again import again
from gyda.need.map.actions.update import update
from gyda.need.map.models import Map
from gyda.need.map.tests.builders import close, some_people, store_votes, two_camps
from gyda.people.tests.builders import Cast


def test_the_first_map_shows_the_two_camps(cast: Cast) -> None:
    conversation = two_camps(cast.alys)
    assert update(conversation, {})
    made = Map.objects.get()
    assert [group["name"] for group in made.shown["groups"]] == ["A", "B"]
    assert sorted(group["people"] for group in made.shown["groups"]) == [30, 40]
    assert made.votes == Vote.objects.count()
    assert made.leased_by is None


def test_nothing_is_done_where_nothing_is_new(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    assert update(conversation, memory)
    assert not update(conversation, memory)
    assert not update(conversation, {})
    assert Map.objects.get().version == 1


def test_one_process_at_a_time(cast: Cast) -> None:
    conversation = two_camps(cast.alys)
    later = timezone.now() + datetime.timedelta(minutes=1)
    Map.objects.create(conversation=conversation, leased_by=uuid4(), leased_until=later)
    assert not update(conversation, {})
    assert update(conversation, {}, now=later + datetime.timedelta(seconds=1))


def test_what_is_shown_waits_for_ten_people_but_the_map_itself_does_not(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    before = Map.objects.get()
    statements = list(Statement.objects.order_by("number"))
    nine, tenth = some_people(conversation, 9), some_people(conversation, 1)
    store_votes(conversation, [(one, statements[0], 1) for one in nine])
    assert update(conversation, memory)
    moved = Map.objects.get()
    assert (moved.votes, moved.shown_at) == (before.votes + 9, before.shown_at)
    assert moved.engine != before.engine
    store_votes(conversation, [(tenth[0], statements[0], 1)])
    assert update(conversation, memory)
    assert Map.objects.get().shown_at > before.shown_at


def test_a_process_that_starts_anew_knows_who_voted_since(cast: Cast) -> None:
    conversation = two_camps(cast.alys)
    update(conversation, {})
    shown = Map.objects.get().shown_at
    statement = Statement.objects.get(number=1)
    for _number in range(10):
        store_votes(conversation, [(some_people(conversation, 1)[0], statement, -1)])
        assert Map.objects.get().shown_at == shown
        update(conversation, {})
    assert Map.objects.get().shown_at > shown


def test_votes_read_bit_by_bit_make_the_map_of_all_votes(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    statements = list(Statement.objects.order_by("number"))
    for person in some_people(conversation, 12):
        store_votes(conversation, [(person, one, 1) for one in statements[:9]])
        update(conversation, memory)
    held = memory[conversation.id]
    fresh: dict = {}
    again(conversation.id)
    update(conversation, fresh)
    votes, whole = held.material.votes, fresh[conversation.id].material.votes
    assert (votes.people, votes.statements) == (whole.people, whole.statements)
    for column in ("person", "statement", "answer"):
        assert getattr(votes, column).tolist() == getattr(whole, column).tolist()
    assert opinion_map(votes).groups.sizes.tolist() == opinion_map(whole).groups.sizes.tolist()


def test_a_changed_answer_takes_the_place_of_the_one_before(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    vote = Vote.objects.earliest("id")
    Vote.objects.filter(id=vote.id).update(answer=-vote.answer, at=timezone.now())
    assert update(conversation, memory)
    votes = memory[conversation.id].material.votes
    assert len(votes) == Vote.objects.count()
    name = memory[conversation.id].names[vote.participant_id]
    row = votes.people.index(name)
    at = votes.statements.index(str(vote.statement.number))
    found = votes.answer[(votes.person == row) & (votes.statement == at)]
    assert found.tolist() == [-vote.answer]


def test_a_statement_taken_out_is_gone_from_the_map(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    Statement.objects.filter(number=2).update(state=Standing.REFUSED)
    again(conversation.id)
    assert update(conversation, memory)
    assert "2" not in Map.objects.get().engine["statements"]


def test_groups_keep_their_names_as_votes_come_in(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    first = memory[conversation.id].made.found
    big = first.groups.names[int(first.groups.sizes.argmax())]
    statements = list(Statement.objects.order_by("number"))
    small_camp = Participant.objects.order_by("-id")[:25]
    known = {v.statement_id: v.answer for v in Vote.objects.filter(participant=small_camp[0])}
    for person in some_people(conversation, 25):
        store_votes(conversation, [(person, one, known.get(one.id, 0)) for one in statements])
        update(conversation, memory)
    shown = {one["name"]: one["people"] for one in Map.objects.get().shown["groups"]}
    assert set(shown) == {"A", "B"}
    assert shown[big] == 40


def test_after_closing_one_last_map_has_everyone_and_networks_are_forgotten(cast: Cast) -> None:
    conversation, memory = two_camps(cast.alys), {}
    update(conversation, memory)
    store_votes(
        conversation,
        [(some_people(conversation, 1, net="n" * 16)[0], Statement.objects.get(number=1), 1)],
    )
    close(conversation)
    assert update(conversation, memory)
    made = Map.objects.get()
    assert made.is_final
    assert made.votes == Vote.objects.count()
    assert made.shown_seen_at == Vote.objects.latest("at").at
    assert not Participant.objects.exclude(net="").exists()
    assert not update(conversation, {})


def test_of_fewer_than_ten_people_nothing_is_shown(cast: Cast) -> None:
    conversation = two_camps(cast.alys, 5, 4)
    update(conversation, {})
    assert Map.objects.get().shown == {}


def test_a_conversation_without_votes_has_an_empty_last_map(cast: Cast) -> None:
    conversation = two_camps(cast.alys, 0)
    assert not update(conversation, {})
    close(conversation)
    assert update(conversation, {})
    assert (Map.objects.get().shown, Map.objects.get().is_final) == ({}, True)


def test_many_accounts_of_one_network_move_nothing(cast: Cast) -> None:
    conversation = two_camps(cast.alys)
    update(conversation, {})
    calm = Map.objects.get().shown["lists"]["joins"]
    statements = list(Statement.objects.order_by("number"))
    for person in some_people(conversation, 20, net="a" * 16):
        store_votes(conversation, [(person, one, -1) for one in statements])
    again(conversation.id)
    update(conversation, {})
    close(conversation)
    update(conversation, {})
    again(conversation.id)  # after networks are forgotten, too
    update(conversation, {})
    made = Map.objects.get()
    assert made.shown["lists"]["joins"] == calm
    assert made.shown["guard"]["set_aside"] == 20
    assert "one-source" in made.shown["guard"]["alarms"] or len(made.aside) == 20
