"""One vote at a time comes to the same place as all at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import timeit

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.opinion.live import Evidence, LiveMap, gather, opinions

PEOPLE, STATEMENTS, AXES = 6, 5, 2
PRIOR = np.array([8.0, 1.0, 1.0])
votes = st.lists(
    st.tuples(
        st.integers(0, PEOPLE - 1), st.integers(0, STATEMENTS - 1), st.sampled_from([-1, 0, 1])
    ),
    max_size=60,
)


def some_evidence(seed: int = 1) -> Evidence:
    chance = np.random.Generator(np.random.PCG64(seed))
    root = chance.normal(size=(STATEMENTS, 1 + AXES, 1 + AXES)) / 5
    mean = chance.normal(size=(STATEMENTS, 1 + AXES))
    return Evidence.of(mean, root @ root.transpose(0, 2, 1), 0.4)


def table_of(last: dict[tuple[int, int], int]) -> object:
    keys = sorted(last)
    person = np.array([key[0] for key in keys], dtype=np.int32)
    statement = np.array([key[1] for key in keys], dtype=np.int32)
    answer = np.array([last[key] for key in keys], dtype=np.int8)
    return opinions(person, statement, answer, (PEOPLE, STATEMENTS))


def cast(live: LiveMap, stream: list[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    last: dict[tuple[int, int], int] = {}
    for person, statement, answer in stream:
        before = last.get((person, statement), 0)
        live.vote(person=person, statement=statement, answer=answer, before=before)
        last[person, statement] = answer
    return last


@given(votes)
def test_votes_and_votes_thought_again_add_up_to_a_fit_of_the_last_ones(
    stream: list[tuple[int, int, int]],
) -> None:
    live = LiveMap.empty(people=PEOPLE, statements=some_evidence(), prior=PRIOR)
    last = cast(live, stream)
    batch = LiveMap.after(table_of(last), statements=some_evidence(), prior=PRIOR)
    np.testing.assert_allclose(live.precision, batch.precision, atol=1e-9)
    for one, other in zip(live.positions(), batch.positions(), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-9)


@given(votes, st.integers(1, 4))
@settings(max_examples=30)
def test_sweeps_from_live_sums_are_the_sweeps_of_a_fit(
    stream: list[tuple[int, int, int]], sweeps: int
) -> None:
    live = LiveMap.empty(people=PEOPLE, statements=some_evidence(), prior=PRIOR)
    table = table_of(cast(live, stream))
    prior = np.array([1.0, 5.0, 5.0])
    evidence = some_evidence()
    for _ in range(sweeps):
        mean, cov = live.sweep(table, noise=0.4, prior=prior, centre=0.3)
        people = gather(table, evidence, PRIOR).posterior()
        columns = table.T.tocsr()
        expected = gather(columns, Evidence.of(*people, 0.4), prior, 0.3).posterior()
        evidence = Evidence.of(*expected, 0.4)
        np.testing.assert_allclose(mean, expected[0], atol=1e-8)
        np.testing.assert_allclose(cov, expected[1], atol=1e-8)


def test_one_person_by_hand_is_a_ridge_regression() -> None:
    chance = np.random.Generator(np.random.PCG64(3))
    mean = chance.normal(size=(STATEMENTS, 1 + AXES))
    answers = np.array([1, -1, 1, 1, -1])
    evidence = Evidence.of(mean, np.zeros((STATEMENTS, 3, 3)), 0.4)
    live = LiveMap.empty(people=1, statements=evidence, prior=PRIOR)
    for statement, answer in enumerate(answers.tolist()):
        live.vote(person=0, statement=statement, answer=answer)
    design = np.hstack([np.ones((STATEMENTS, 1)), mean[:, 1:]])
    left = design.T @ design / 0.4 + np.diag(PRIOR)
    right = design.T @ (answers - mean[:, 0]) / 0.4
    np.testing.assert_allclose(live.position(0)[0], np.linalg.solve(left, right))


def test_newcomers_stand_at_the_middle_and_move_nobody() -> None:
    live = LiveMap.empty(people=2, statements=some_evidence(), prior=PRIOR)
    live.vote(person=1, statement=0, answer=1)
    before = live.position(1)[0]
    live.welcome(3)
    assert live.precision.shape == (5, 3, 3)
    assert live.position(4)[0].tolist() == [0, 0, 0]
    np.testing.assert_array_equal(live.position(1)[0], before)


def test_a_vote_takes_well_under_a_millisecond_in_a_large_conversation() -> None:
    live = LiveMap.empty(people=50_000, statements=some_evidence(), prior=PRIOR)

    def vote() -> None:
        live.vote(person=49_999, statement=2, answer=1)
        live.vote(person=49_999, statement=2, answer=0, before=1)
        live.position(49_999)

    assert min(timeit.repeat(vote, number=20, repeat=5)) / 20 < 0.001
