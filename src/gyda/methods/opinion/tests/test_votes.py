"""Votes stand in one order, however they came."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.opinion import Votes

Casts = list[tuple[int, int, int]]
casts = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from([-1, 0, 1])), max_size=80
)


def columns(votes: Votes) -> list[list[int]]:
    return [votes.person.tolist(), votes.statement.tolist(), votes.answer.tolist()]


@settings(max_examples=60, deadline=None)
@given(casts, st.integers(0, 99))
def test_no_order_of_rows_matters_when_moments_are_known(cast: Casts, seed: int) -> None:
    rows = [(*one, moment % 5) for moment, one in enumerate(cast)]
    first = Votes.of(*zip(*rows, strict=True)) if rows else Votes.of([], [], [])
    rows = [rows[at] for at in np.random.Generator(np.random.PCG64(seed)).permutation(len(rows))]
    second = Votes.of(*zip(*rows, strict=True)) if rows else Votes.of([], [], [])
    assert columns(first) == columns(second)
    assert first.people == second.people


@settings(max_examples=60, deadline=None)
@given(casts)
def test_of_a_pairs_votes_the_last_is_kept(cast: Casts) -> None:
    person, statement, answer = zip(*cast, strict=True) if cast else ((), (), ())
    votes = Votes.of(np.array(person, int), np.array(statement, int), np.array(answer, int))
    said = zip(*columns(votes), strict=True)
    kept = {(votes.people[p], votes.statements[s]): a for p, s, a in said}
    assert kept == {(str(p), str(s)): a for p, s, a in cast}
    pairs = list(zip(*columns(votes)[:2], strict=True))
    assert pairs == sorted(set(pairs))


def test_numbers_and_texts_are_the_same_ids() -> None:
    as_numbers = Votes.of(np.array([3, 20, 100]), np.array([1, 1, 1]), np.array([1, 0, -1]))
    as_texts = Votes.of(["3", "20", "100"], ["1", "1", "1"], [1, 0, -1])
    assert as_numbers.people == as_texts.people == ("3", "20", "100")
    assert columns(as_numbers) == columns(as_texts)


def test_moderated_out_statements_leave_no_trace() -> None:
    votes = Votes.of([1, 1, 2, 2], ["a", "b", "a", "c"], [1, -1, 0, 1]).without({"a"})
    assert votes.statements == ("b", "c")
    assert columns(votes) == [[0, 1], [0, 1], [-1, 1]]
    assert votes.n == 2


def test_tallies_count_each_answer_apart() -> None:
    votes = Votes.of([1, 2, 3, 4], ["a"] * 4, [1, 0, -1, 1])
    assert votes.tally().tolist() == [[[1, 1, 2]]]
    group = np.array([0, 1, -1, 1], np.int32)
    assert votes.tally(group, 2).tolist() == [[[0, 0, 1]], [[0, 1, 1]]]
    half = np.full(4, 0.5)
    assert votes.tally(weight=half).tolist() == [[[0.5, 0.5, 1]]]


@pytest.mark.parametrize("wrong", [2, -2, 0.5, float("nan"), "yes", None])
def test_what_is_no_vote_is_refused(wrong: object) -> None:
    with pytest.raises(BadInput, match="answer-unknown"):
        Votes.of(["1"], ["1"], [wrong])


def test_columns_must_be_of_one_length() -> None:
    with pytest.raises(BadInput, match="columns-of-unequal-length"):
        Votes.of(["1", "2"], ["1"], [1])
