"""Hubs that never were: the same seed gives the same hub, and the figures mean what they say."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

from gyda.methods.matching.simulation.assumptions import KINDS, Assumptions
from gyda.methods.matching.simulation.run import simulate
from gyda.methods.matching.simulation.ways import (
    category_and_distance,
    newest_first,
    nexus,
    ours,
)

SMALL = Assumptions(members=100, weeks=9, warm_up=2)


def test_shares_of_kinds_are_whole() -> None:
    assert round(sum(offered for offered, _asked in KINDS.values()), 9) == 1
    assert round(sum(asked for _offered, asked in KINDS.values()), 9) == 1


def test_the_same_seed_gives_the_same_figures() -> None:
    assert simulate(SMALL, ours, 4) == simulate(SMALL, ours, 4)
    assert simulate(SMALL, ours, 4) != simulate(SMALL, ours, 5)


def test_every_way_fills_something_and_never_more_than_there_is() -> None:
    for way in (ours, category_and_distance, nexus, newest_first):
        found = simulate(SMALL, way, 1)
        assert 0 < found.fill_rate <= 1, way
        assert 0 <= found.gini <= 1


def test_nobody_helps_where_nobody_is_willing() -> None:
    unwilling = replace(SMALL, saying_yes=(0.001, 1000.0))
    assert simulate(unwilling, ours, 1).fill_rate < 0.02


def test_ours_wastes_fewer_approaches() -> None:
    hub = replace(SMALL, members=300)
    mine, other = (simulate(hub, way, 2) for way in (ours, category_and_distance))
    assert mine.approaches < other.approaches
