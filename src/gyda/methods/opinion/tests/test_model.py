"""The model touches only what was voted on, and says how sure it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest

from gyda.methods.opinion import Votes, forecast
from gyda.methods.opinion.model import expected, fit
from gyda.methods.opinion.sweep import inverse
from gyda.methods.opinion.tests.conversations import BREXIT, TAXES, UBER, camps, real
from gyda.methods.opinion.votes import PASS, Floats


def simulated(
    people: int = 400, statements: int = 60, seed: int = 3
) -> tuple[Votes, Floats, Floats]:
    """Return votes of a known one-axis truth with its c and w."""
    chance = np.random.Generator(np.random.PCG64(seed))
    u, c = chance.standard_normal(people), chance.normal(0, 0.3, statements)
    w = chance.normal(0, 0.4, statements)
    person, statement = np.nonzero(chance.random((people, statements)) < 0.4)
    expected = c[statement] + u[person] * w[statement]
    answer = np.where(chance.random(len(person)) < np.clip((1 + expected) / 2, 0, 1), 1, -1)
    return Votes.of(person, statement, answer), c, w


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    votes, c, _ = simulated()
    state = fit(votes, 1)
    away = abs(state.statement_mean[:, 0] - c) / np.sqrt(state.statement_cov[:, 0, 0])
    assert 0.75 <= (away < 1.645).mean() <= 1.0


def test_the_axis_of_a_known_truth_is_found() -> None:
    votes, _, w = simulated()
    assert abs(np.corrcoef(fit(votes, 1).statement_mean[:, 1], w)[0, 1]) > 0.95


def test_passes_do_not_move_the_map() -> None:
    votes = camps((30, 30))
    without = votes.only(votes.answer != PASS)
    assert (fit(votes).people_mean == fit(without).people_mean).all()


def test_more_votes_make_a_place_surer() -> None:
    votes = camps((40, 40))
    state, many = fit(votes), votes.opinions[0].sum(axis=1)
    spread = np.einsum("naa->n", state.people_cov[:, 1:, 1:])
    assert (
        spread[many >= np.quantile(many, 0.8)].mean()
        < spread[many <= np.quantile(many, 0.2)].mean()
    )


def test_who_counts_for_nothing_moves_no_statement_but_has_a_place() -> None:
    votes = camps((30, 30, 30))
    weight = np.where(np.arange(90) < 60, 1.0, 0.0)
    state = fit(votes, weight=weight)
    alone = fit(votes.of_people(np.arange(60, dtype=np.int32)), start=state, sweeps=60)
    again = fit(votes, start=state, weight=weight, sweeps=60)
    assert np.allclose(alone.statement_mean, again.statement_mean, atol=0.02)
    assert abs(state.people_mean[60:]).max() > 0.3


def test_a_sample_first_comes_to_the_same_map(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = real(UBER).shown
    whole = fit(votes)
    monkeypatch.setattr("gyda.methods.opinion.model.SAMPLED_OVER", 20_000)
    sampled = fit(votes)
    everyone = np.repeat(np.arange(votes.n), 3), np.tile([1, 50, 100], votes.n)
    one, other = expected(whole, *everyone)[0], expected(sampled, *everyone)[0]
    assert np.corrcoef(one, other)[0, 1] > 0.98


def test_many_small_matrices_are_inverted_at_once() -> None:
    root = np.random.Generator(np.random.PCG64(0)).normal(size=(50, 4, 4))
    matrices = root @ root.transpose(0, 2, 1) + np.eye(4)
    assert np.allclose(inverse(matrices) @ matrices, np.eye(4))


@pytest.mark.parametrize(("name", "auc", "loss"), [(BREXIT, 0.90, 0.38), (TAXES, 0.89, 0.40)])
def test_hidden_votes_are_foretold(name: str, auc: float, loss: float) -> None:
    votes = real(name).shown
    spoken = np.flatnonzero(votes.answer != PASS)
    hidden = np.random.Generator(np.random.PCG64(7)).permutation(spoken)[: int(0.15 * len(spoken))]
    kept = np.ones(len(votes), bool)
    kept[hidden] = False
    chance = forecast(votes.only(kept), votes.person[hidden], votes.statement[hidden])
    agreed = votes.answer[hidden] > 0
    rank = chance.argsort().argsort() + 1
    yes, no = agreed.sum(), (~agreed).sum()
    assert (rank[agreed].sum() - yes * (yes + 1) / 2) / (yes * no) > auc
    assert -np.log(np.where(agreed, chance, 1 - chance)).mean() < loss
