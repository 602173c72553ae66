"""One vote at a time comes to the same place as all at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import timeit
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.opinion.live import LiveMap, drift
from gyda.methods.opinion.model import Fit, fit
from gyda.methods.opinion.sweep import half_sweep
from gyda.methods.opinion.votes import Votes

PEOPLE, STATEMENTS, AXES = 6, 5, 2
PRIOR = np.array([8.0, 1.0, 1.0])
Cast = tuple[int, int, int]
casts = st.lists(
    st.tuples(
        st.integers(0, PEOPLE - 1), st.integers(0, STATEMENTS - 1), st.sampled_from([-1, 0, 1])
    ),
    max_size=60,
)


def a_fit(statements: int = STATEMENTS) -> Fit:
    chance = np.random.Generator(np.random.PCG64(1))
    root = chance.normal(size=(statements, 1 + AXES, 1 + AXES)) / 5
    return Fit(
        people_mean=np.zeros((PEOPLE, 1 + AXES)),
        people_cov=np.zeros((PEOPLE, 1 + AXES, 1 + AXES)),
        statement_mean=chance.normal(size=(statements, 1 + AXES)),
        statement_cov=root @ root.transpose(0, 2, 1),
        noise=0.4,
        person_prior=PRIOR,
        statement_prior=np.array([1.0, 5.0, 5.0]),
        statement_centre=0.3,
        person_weight=np.ones(PEOPLE),
    )


def votes_of(last: dict[tuple[int, int], int]) -> Votes:
    keys = sorted(last)
    return Votes(
        tuple(map(str, range(PEOPLE))),
        tuple(map(str, range(STATEMENTS))),
        np.array([person for person, _ in keys], dtype=np.int32),
        np.array([statement for _, statement in keys], dtype=np.int32),
        np.array([last[key] for key in keys], dtype=np.int8),
    )


def cast(live: LiveMap, stream: list[Cast]) -> Votes:
    last: dict[tuple[int, int], int] = {}
    for person, statement, answer in stream:
        before = last.get((person, statement), 0)
        live.vote(person=person, statement=statement, answer=answer, before=before)
        last[person, statement] = answer
    return votes_of(last)


@given(casts)
def test_votes_and_second_thoughts_add_up_to_a_fit_of_the_last_ones(stream: list[Cast]) -> None:
    live = LiveMap.empty(a_fit(), PEOPLE)
    batch = LiveMap.after(a_fit(), cast(live, stream))
    np.testing.assert_allclose(live.precision, batch.precision, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(live.people().mean, batch.people().mean, atol=1e-4)
    np.testing.assert_allclose(live.people().cov, batch.people().cov, atol=1e-4)


@given(casts, st.permutations(range(60)))
def test_the_order_of_votes_changes_nothing(stream: list[Cast], order: list[int]) -> None:
    once = list({(person, statement): answer for person, statement, answer in stream}.items())
    turned = [once[place] for place in order if place < len(once)]
    maps = [LiveMap.empty(a_fit(), PEOPLE) for _ in range(2)]
    for live, rows in zip(maps, (once, turned), strict=True):
        cast(live, [(*pair, answer) for pair, answer in rows])
    np.testing.assert_allclose(maps[0].people().mean, maps[1].people().mean, atol=1e-12)


@given(casts, st.integers(1, 4))
@settings(max_examples=30)
def test_sweeps_from_live_sums_are_the_sweeps_of_a_fit(stream: list[Cast], sweeps: int) -> None:
    live, state = LiveMap.empty(a_fit(), PEOPLE), a_fit()
    votes = cast(live, stream)
    seen, said = votes.opinions
    for _ in range(sweeps):
        swept = live.sweep(votes)
        people, _ = half_sweep(state.statements, seen, said, 0.4, PRIOR)
        learned, _ = half_sweep(people, seen.T, said.T, 0.4, state.statement_prior, 0.3)
        state = replace(state, statement_mean=learned.mean, statement_cov=learned.cov)
        np.testing.assert_allclose(swept.statement_mean, learned.mean, atol=1e-3)
        np.testing.assert_allclose(swept.statement_cov, learned.cov, atol=1e-3)


def test_a_day_of_live_votes_ends_close_to_the_nightly_fit() -> None:
    chance = np.random.Generator(np.random.PCG64(4))
    camp = chance.integers(2, size=300)
    person, statement = np.nonzero(chance.random((300, 40)) < 0.5)
    agree = np.where((statement % 2 == camp[person]), 0.85, 0.25)
    answer = np.where(chance.random(len(person)) < agree, 1, -1)
    whole = Votes.of(person, statement, answer)
    morning = whole.only(chance.random(len(whole)) < 0.7)
    live = LiveMap.after(fit(morning, axes=1), morning)
    known = set(zip(morning.person.tolist(), morning.statement.tolist(), strict=True))
    rows = zip(whole.person.tolist(), whole.statement.tolist(), whole.answer.tolist(), strict=True)
    for one, other, said in rows:
        if (one, other) not in known:
            live.vote(person=one, statement=other, answer=said)
    swept = live.sweep(whole)
    assert (
        drift(whole, swept, fit(whole, axes=1)) < 0.03 < drift(whole, swept, fit(morning, axes=1))
    )


def test_one_person_by_hand_is_a_ridge_regression() -> None:
    known = replace(a_fit(), statement_cov=np.zeros((STATEMENTS, 3, 3)))
    answers = np.array([1, -1, 1, 1, -1])
    live = LiveMap.empty(known, 1)
    for statement, answer in enumerate(answers.tolist()):
        live.vote(person=0, statement=statement, answer=answer)
    mean = known.statement_mean
    design = np.hstack([np.ones((STATEMENTS, 1)), mean[:, 1:]])
    left = design.T @ design / 0.4 + np.diag(PRIOR)
    right = design.T @ (answers - mean[:, 0]) / 0.4
    np.testing.assert_allclose(live.position(0)[0], np.linalg.solve(left, right))


def test_newcomers_stand_in_the_middle_and_move_nobody() -> None:
    live = LiveMap.empty(a_fit(), 2)
    live.vote(person=1, statement=0, answer=1)
    before = live.position(1)[0]
    live.welcome(3)
    assert live.precision.shape == (5, 3, 3)
    assert live.position(4)[0].tolist() == [0, 0, 0]
    np.testing.assert_array_equal(live.position(1)[0], before)


def test_a_vote_takes_well_under_a_millisecond_in_a_large_conversation() -> None:
    live = LiveMap.empty(a_fit(), 50_000)

    def vote() -> None:
        live.vote(person=49_999, statement=2, answer=1)
        live.vote(person=49_999, statement=2, answer=0, before=1)
        live.position(49_999)

    assert min(timeit.repeat(vote, number=20, repeat=5)) / 20 < 0.001
