"""A map stays the same map as votes come in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json

import numpy as np

from gyda.methods.opinion import Standing, as_record, opinion_map, refreshed, standing_from
from gyda.methods.opinion.identity import settled
from gyda.methods.opinion.stability import Stability
from gyda.methods.opinion.tests.conversations import UBER, camps, noise, real


def test_axes_and_names_stay_when_votes_come_in() -> None:
    votes = real(UBER).shown
    early = np.random.Generator(np.random.PCG64(1)).random(len(votes)) < 0.8
    first = opinion_map(votes.only(early))
    second = opinion_map(votes, before=first.standing)
    both = (first.groups.label >= 0) & (second.groups.label >= 0)
    named = [np.array(m.groups.names)[m.groups.label[both]] for m in (first, second)]
    assert (named[0] == named[1]).mean() > 0.95
    for axis in (0, 1):
        assert np.corrcoef(first.places.at[:, axis], second.places.at[:, axis])[0, 1] > 0.8


def test_a_standing_survives_its_record() -> None:
    first = opinion_map(camps((40, 40)))
    kept = standing_from(json.loads(json.dumps(as_record(first))))
    assert kept.members == first.standing.members
    assert opinion_map(first.votes, before=kept).groups.names == first.groups.names


def test_mirrored_axes_are_turned_back() -> None:
    first = opinion_map(camps((50, 30)))
    mirrored = {s: [-x for x in w] for s, w in first.standing.axes.items()}
    standing = Standing(mirrored, first.standing.members, 2, 2)
    second = opinion_map(first.votes, before=standing)
    assert np.allclose(second.places.at, -first.places.at, atol=0.05)


def test_another_number_of_groups_waits_for_its_third_win() -> None:
    found, before = Stability(3, "stable", {2: 0.85, 3: 0.95}), Standing(k=2)
    shown = []
    for _ in range(3):
        now, rival, wins = settled(found, before)
        shown.append(now.k)
        before = Standing(k=now.k, rival=rival, wins=wins)
    assert shown == [2, 2, 3]


def test_groups_that_are_no_longer_stable_are_not_shown() -> None:
    now, _, _ = settled(Stability(0, "not-stable", {2: 0.6}), Standing(k=2))
    assert (now.k, now.why) == (0, "changing")


def test_names_are_not_given_twice() -> None:
    gone = Standing({}, {"nobody": "B"}, 2, 2)
    assert opinion_map(camps((40, 40)), before=gone).groups.names == ("C", "D")


def test_names_outlive_a_time_without_groups() -> None:
    first = opinion_map(camps((40, 40)))
    between = opinion_map(noise(), before=first.standing)
    assert between.groups.k == 0
    assert between.standing.members == first.standing.members


def test_a_refreshed_map_is_close_to_a_full_one() -> None:
    votes = real(UBER).shown
    early = np.random.Generator(np.random.PCG64(1)).random(len(votes)) < 0.99
    moved, full = refreshed(opinion_map(votes.only(early)), votes), opinion_map(votes)
    both = (moved.groups.label >= 0) & (full.groups.label >= 0)
    same = (moved.groups.label[both] == full.groups.label[both]).mean()
    assert max(same, 1 - same) > 0.97
