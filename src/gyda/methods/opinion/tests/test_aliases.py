"""Statements that say the same pool their votes only when the votes say so too."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.opinion.aliases import pooled, verdict
from gyda.methods.opinion.votes import Votes


def a_pair(first: tuple[float, float], second: tuple[float, float], each: int = 400) -> tuple:
    """Two groups, half of whom answered "a", the others "b", agreeing as often as given."""
    chance = np.random.Generator(np.random.PCG64(2))
    group = np.arange(2 * each) % 2
    asked = np.where(np.arange(2 * each) % 4 < 2, "a", "b")
    rate = np.where(asked == "a", np.array(first)[group], np.array(second)[group])
    answers = np.where(chance.random(2 * each) < rate, 1, -1)
    return Votes.of(np.arange(2 * each), asked, answers), group.astype(np.int32)


def test_the_same_shares_in_every_group_pool() -> None:
    assert verdict(*a_pair((0.8, 0.3), (0.8, 0.3)), "a", "b").decision == "pool"


def test_one_group_that_tells_them_apart_keeps_them_apart() -> None:
    found = verdict(*a_pair((0.8, 0.3), (0.8, 0.6)), "a", "b")
    assert found.decision == "keep-apart"
    assert abs(found.gaps[1][0]) > 0.2


def test_equal_totals_with_opposite_groups_do_not_pool() -> None:
    assert verdict(*a_pair((0.9, 0.3), (0.3, 0.9)), "a", "b").decision == "keep-apart"


def test_few_votes_prove_nothing() -> None:
    assert verdict(*a_pair((0.8, 0.3), (0.8, 0.3), each=30), "a", "b").decision == "too-few-votes"
    assert verdict(*a_pair((0.5, 0.5), (0.5, 0.5), each=60), "a", "b").decision == "too-few-votes"


def test_people_who_answer_both_differently_keep_them_apart() -> None:
    person = np.repeat(np.arange(100), 2)
    statement = np.tile(["a", "b"], 100)
    answers = np.where(np.arange(200) % 4 < 2, 1, -1)
    answers[1::2] *= np.where(np.arange(100) % 3 == 0, -1, 1)
    votes = Votes.of(person, statement, answers)
    found = verdict(votes, np.zeros(100, np.int32), "a", "b")
    assert (found.both, found.decision) == (100, "keep-apart")


def test_pooled_votes_count_everybody_once_by_the_later_answer() -> None:
    votes = Votes.of([1, 1, 2, 3], ["a", "b", "b", "c"], [1, -1, 1, 1], [5, 9, 2, 1])
    made = pooled(votes, {"b": "a"})
    assert made.statements == ("a", "c")
    assert list(zip(made.person.tolist(), made.statement.tolist(), made.answer.tolist(),
                    strict=True)) == [(0, 0, -1), (1, 0, 1), (2, 1, 1)]  # fmt: skip


def test_an_alias_of_an_alias_goes_to_the_end_of_the_chain() -> None:
    votes = Votes.of([1, 2, 3], ["a", "b", "c"], [1, 1, -1])
    assert pooled(votes, {"c": "b", "b": "a"}).tally()[0].tolist() == [[1, 0, 2]]
