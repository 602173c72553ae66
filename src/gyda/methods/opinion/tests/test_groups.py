"""Groups are shown where they are stable, and nowhere else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest

from gyda.methods.opinion import Votes, as_record, opinion_map
from gyda.methods.opinion.agreement import adjusted_rand_index
from gyda.methods.opinion.clusters import k_means
from gyda.methods.opinion.tests.conversations import (
    BREXIT,
    LONDON,
    TAXES,
    UBER,
    camps,
    noise,
    real,
)


@pytest.mark.parametrize("sizes", [(40, 40), (50, 30, 20), (30, 30, 30)])
def test_camps_are_found(sizes: tuple[int, ...]) -> None:
    found = opinion_map(camps(sizes, statements=36)).groups
    truth = np.repeat(np.arange(len(sizes)), sizes)
    sure = found.label >= 0
    assert found.k == len(sizes)
    assert adjusted_rand_index(found.label[sure], truth[sure]) > 0.95


def test_noise_has_no_clear_groups() -> None:
    found = opinion_map(noise()).groups
    assert (found.k, found.names) == (0, ())
    assert found.stability.why == "not-stable"
    assert (found.label == -1).all()


def test_a_camp_of_fewer_than_ten_is_no_group() -> None:
    found = opinion_map(camps((40, 6))).groups
    assert found.k == 0 or found.sizes.min() >= 10


def test_too_few_people_have_no_groups() -> None:
    found = opinion_map(camps((9, 9))).groups
    assert (found.k, found.stability.why) == (0, "too-few-people")


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_rows_changes_nothing_at_all(seed: int) -> None:
    said = real(BREXIT).votes
    people, statements = np.array(said.people), np.array(said.statements)
    rows = np.random.Generator(np.random.PCG64(seed)).permutation(len(said))
    shuffled = Votes.of(
        people[said.person[rows]], statements[said.statement[rows]], said.answer[rows]
    )
    one, other = opinion_map(said), opinion_map(shuffled)
    assert adjusted_rand_index(one.groups.label, other.groups.label) == 1.0
    assert as_record(one) == as_record(other)


@pytest.mark.parametrize("name", [BREXIT, TAXES, UBER])
def test_published_groups_come_back_when_a_tenth_of_the_votes_is_dropped(name: str) -> None:
    votes = real(name).shown
    found = opinion_map(votes).groups
    assert found.k >= 2
    scores = []
    for seed in range(2):
        kept = np.random.Generator(np.random.PCG64([9, seed])).random(len(votes)) >= 0.1
        again = opinion_map(votes.only(kept)).groups
        both = (found.label >= 0) & (again.label >= 0)
        if both.any():
            scores.append(adjusted_rand_index(found.label[both], again.label[both]))
    assert scores
    assert np.mean(scores) >= 0.8


def test_a_tiny_real_conversation_shows_no_group_of_a_few() -> None:
    """The field published groups of 3 here, among 26 people."""
    found = opinion_map(real(LONDON).shown).groups
    assert found.k == 0 or found.sizes.min() >= 10


def test_k_means_does_not_move_for_the_order_of_points() -> None:
    points = np.random.Generator(np.random.PCG64(4)).normal(size=(200, 2))
    order = np.random.Generator(np.random.PCG64(5)).permutation(200)
    weight = np.ones(200)
    assert np.allclose(k_means(points, weight, 3), k_means(points[order], weight, 3))


def test_the_index_knows_the_textbook() -> None:
    """Hubert and Arabie's measure of a known pair of partitions."""
    assert adjusted_rand_index([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) == pytest.approx(
        0.242424, abs=1e-6
    )
    assert adjusted_rand_index([], []) == 1.0
