"""A crowd of copies counts as what it is; people who merely agree are left alone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

import numpy as np
import pytest

from gyda.methods.opinion.guard.alike import clumps
from gyda.methods.opinion.guard.bursts import bursts
from gyda.methods.opinion.guard.weights import Guarded, capped, guarded, largest_move
from gyda.methods.opinion.map import OpinionMap, opinion_map
from gyda.methods.opinion.votes import Votes

PEOPLE, STATEMENTS = 240, 40
Table = np.ndarray


def a_conversation(seed: int = 2) -> Table:
    """Two camps of people with minds of their own, who answer about half of forty statements."""
    chance = np.random.Generator(np.random.PCG64(seed))
    camp = np.arange(PEOPLE) % 2
    shared = chance.normal(0.7, 0.8, STATEMENTS)
    divide = chance.normal(0, 1.2, STATEMENTS)
    own = chance.normal(0, 0.5, (PEOPLE, 1))
    lean = shared + own + np.where(camp[:, None] == 0, -divide, divide)
    table = np.where(chance.random(lean.shape) < 1 / (1 + np.exp(-lean)), 1.0, -1.0)
    table[chance.random(lean.shape) < 0.08] = 0
    table[chance.random(lean.shape) < 0.5] = np.nan
    return table


def votes_of(table: Table) -> Votes:
    people, statements = np.nonzero(~np.isnan(table))
    ids = [tuple(map(str, range(size))) for size in table.shape]
    answers = table[people, statements].astype(np.int8)
    return Votes(ids[0], ids[1], people.astype(np.int32), statements.astype(np.int32), answers)


def with_fakes(table: Table, share: float, target: int) -> Table:
    fakes = np.full((int(share * len(table)) + 1, STATEMENTS), -1.0)
    fakes[:, target] = 1.0
    return np.vstack([table, fakes])


def mapped(votes: Votes) -> tuple[OpinionMap, Guarded]:
    guard = guarded(votes)
    return opinion_map(guard.kept(votes), weight=guard.weight), guard


def moved(one: OpinionMap, other: OpinionMap) -> float:
    pairs = [(getattr(m.lists, which) for m in (one, other)) for which in ("consensus", "bridging")]
    return max(float(np.abs(a.rank - b.rank).max() / STATEMENTS) for a, b in pairs)


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_crude_fakes_move_no_rank_by_more_than_a_twentieth_and_raise_the_flag(
    share: float,
) -> None:
    table = a_conversation()
    calm, quiet = mapped(votes_of(table))
    target = int(calm.lists.consensus.order[int(0.4 * STATEMENTS)])
    votes = votes_of(with_fakes(table, share, target))
    attacked, loud = mapped(votes)
    assert moved(calm, opinion_map(votes)) > 0.05  # the attack is a real one
    assert moved(calm, attacked) <= 0.05
    assert "look-alikes" in loud.alarms
    assert "look-alikes" not in quiet.alarms
    assert loud.flagged[PEOPLE:].all()


def test_a_fifth_of_all_votes_from_one_source_changes_no_name_on_the_joining_list() -> None:
    table = a_conversation()
    calm, _ = mapped(votes_of(table))
    answered = int((~np.isnan(table)).sum())
    fakes = with_fakes(table, 0.0, 7)[-1:].repeat(answered // STATEMENTS // 4 + 1, axis=0)
    assert fakes.size > 0.2 * (answered + fakes.size)
    attacked, _ = mapped(votes_of(np.vstack([table, fakes])))
    joins = [set(np.flatnonzero(m.lists.consensus.low > 0.5)) for m in (calm, attacked)]
    assert joins[0] == joins[1]


def test_people_with_minds_of_their_own_are_left_alone() -> None:
    flagged = [
        guarded(votes_of(a_conversation(seed)), strict=True).flagged.mean() for seed in range(5)
    ]
    assert max(flagged) < 0.05


def test_row_order_changes_no_flag() -> None:
    table = with_fakes(a_conversation(), 0.1, 3)
    order = np.random.Generator(np.random.PCG64(1)).permutation(len(table))
    one, other = guarded(votes_of(table)), guarded(votes_of(table[order]))
    np.testing.assert_array_equal(one.flagged[order], other.flagged)


def test_copies_of_one_voter_are_one_clump_even_when_they_slip_now_and_then() -> None:
    chance = np.random.Generator(np.random.PCG64(4))
    table = a_conversation()
    copies = np.where(np.isnan(table[:1]), -1.0, table[:1]).repeat(12, axis=0)
    copies[chance.random(copies.shape) < 0.05] *= -1
    (largest, *_) = clumps(votes_of(np.vstack([table, copies])))
    assert set(range(PEOPLE, PEOPLE + 12)) <= set(largest.people.tolist())
    assert largest.alike > 0.9


def test_two_of_a_kind_share_a_vote_and_are_not_left_out() -> None:
    table = np.vstack([a_conversation(), np.full((2, STATEMENTS), -1.0)])
    guard = guarded(votes_of(table), strict=True)
    assert guard.weight[-2:].tolist() == [0.5, 0.5]
    assert guarded(votes_of(table)).weight[-2:].tolist() == [1.0, 1.0]
    assert "look-alikes" not in guard.alarms


def test_who_came_first_keeps_the_vote_and_the_copy_has_none() -> None:
    table = a_conversation()
    table[7] = np.where(np.isnan(table[7]), -1.0, table[7])
    votes = votes_of(np.vstack([table, table[7:8]]))
    came = np.arange(votes.n, dtype=np.int64) * 10**9
    weight = guarded(votes, came=came, strict=True).weight
    assert (weight[7], weight[-1]) == (1.0, 0.0)
    weight = guarded(votes, came=came[::-1], strict=True).weight
    assert (weight[7], weight[-1]) == (0.0, 1.0)


def test_whoever_is_verified_keeps_a_whole_vote() -> None:
    votes = votes_of(with_fakes(a_conversation(), 0.1, 3))
    guard = guarded(votes, verified=np.ones(votes.n, bool))
    assert (guard.weight == 1).all()
    assert guard.clumps


def test_unverified_accounts_never_count_more_than_the_cap_in_any_group() -> None:
    chance = np.random.Generator(np.random.PCG64(6))
    verified, group = chance.random(500) < 0.4, chance.integers(-1, 3, 500).astype(np.int32)
    weight = capped(chance.random(500), verified, group, cap=0.25)
    for one in (-1, 0, 1, 2):
        here = group == one
        assert weight[here & ~verified].sum() <= 0.25 * weight[here & verified].sum() + 1e-9


def test_passing_on_everything_is_told_apart_from_a_campaign() -> None:
    table = np.vstack([a_conversation(), np.zeros((15, STATEMENTS))])
    assert guarded(votes_of(table)).alarms == ("straight-liners",)


def test_a_flood_within_an_hour_is_a_burst_and_a_busy_evening_is_not() -> None:
    chance = np.random.Generator(np.random.PCG64(8))
    hour = 3_600_000
    days = chance.integers(0, 14, 400) * 24 * hour
    came = days + (chance.normal(19, 3, 400) * hour).astype(np.int64)
    assert bursts(came) == []
    flood = 200 * hour + chance.integers(0, hour // 2, 80)
    (found,) = bursts(np.append(came, flood))
    assert set(range(400, 480)) <= set(found.people.tolist())
    assert found.end - found.start <= 3 * hour


def test_copies_that_come_in_a_burst_are_told_as_such() -> None:
    table = with_fakes(a_conversation(), 0.1, 3)
    came = np.arange(len(table), dtype=np.int64) * 3_600_000
    came[PEOPLE:] = came[PEOPLE]
    alarms = guarded(votes_of(table), came=came).alarms
    assert alarms == ("look-alikes", "burst", "look-alikes-in-a-burst")


def test_a_score_that_keeps_its_order_has_not_moved() -> None:
    score = np.array([0.3, 0.9, 0.1])
    assert largest_move(score, score * 2 + 1) == 0


def test_a_conversation_without_votes_has_nothing_to_guard() -> None:
    votes = votes_of(np.full((3, 2), np.nan))
    assert guarded(votes).alarms == ()
    assert guarded(replace(votes, people=())).clumps == []


def test_a_person_who_merely_says_no_is_not_taken_for_one_of_the_copies() -> None:
    table = a_conversation()
    sour = np.full(STATEMENTS, np.nan)
    sour[:14] = -1.0
    guard = guarded(votes_of(with_fakes(np.vstack([sour, table]), 0.05, 30)))
    assert guard.flagged[PEOPLE + 1 :].all()
    assert not guard.flagged[: PEOPLE + 1].any()


def test_a_crowd_from_one_source_is_left_out_unless_it_is_known() -> None:
    """Each copies a real person but for one statement: by their answers nobody can tell them."""
    table = a_conversation()
    many = PEOPLE // 4
    crowd = table[np.random.Generator(np.random.PCG64(3)).choice(PEOPLE, many)]
    crowd[:, 9] = 1.0
    votes = votes_of(np.vstack([table, crowd]))
    source = np.repeat([-1, 5], [PEOPLE, many])
    calm = opinion_map(votes_of(table))
    guard = guarded(votes, source=source)
    attacked = opinion_map(guard.kept(votes), weight=guard.weight)
    assert "one-source" in guard.alarms
    assert moved(calm, attacked) == 0
    known = guarded(votes, source=source, verified=np.arange(votes.n) >= PEOPLE)
    assert (known.weight[PEOPLE:] == 1).all()
    assert "one-source" not in known.alarms
