"""Chances that sum to one, orders that are kept, estimates that are not fooled by routing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.opinion.routing import estimate
from gyda.methods.opinion.routing.chances import Policy, Pool, chances, draw, information, lot
from gyda.methods.opinion.routing.exposure import Exposure, Shown
from gyda.methods.opinion.routing.watch import watch


def a_pool(votes: list[float], **kinds: list[int]) -> Pool:
    flags = {kind: np.zeros(len(votes), bool) for kind in ("seed", "meta")}
    for kind, places in kinds.items():
        flags[kind][places] = True
    return Pool(np.array(votes), np.array(votes), None, **flags)


def all_open(pool: Pool) -> np.ndarray:
    return np.ones(len(pool.votes), bool)


@given(
    st.lists(
        st.tuples(st.integers(0, 5000), st.floats(0, 9), st.booleans(), st.booleans()),
        min_size=1,
        max_size=40,
    ),
    st.integers(0, 50),
    st.data(),
)
def test_chances_sum_to_one_whatever_is_open(
    rows: list[tuple[int, float, bool, bool]], step: int, data: st.DataObject
) -> None:
    votes, told, seed, meta = (np.array(column) for column in zip(*rows, strict=True))
    open_ = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))))
    pool = Pool(votes.astype(float), votes * 2.0, told, seed, meta)
    odds = chances(pool, open_=open_, step=step)
    may = open_ & (~meta | (step % 3 == 2))
    assert not odds[~may].any()
    assert (odds[may] > 0).all()  # without that, no weight could make up for it
    assert odds.sum() == pytest.approx(1.0 if may.any() else 0.0, abs=1e-12)


def test_order_of_statements_changes_no_chance() -> None:
    pool = a_pool([30, 2, 25, 2, 60], seed=[2], meta=[4])
    order = np.array([4, 2, 0, 1, 3])
    turned = Pool(pool.votes[order], pool.total[order], None, pool.seed[order], pool.meta[order])
    first = chances(pool, open_=all_open(pool), step=2)
    np.testing.assert_allclose(first[order], chances(turned, open_=all_open(turned), step=2))


def test_a_statement_without_votes_goes_before_all_others() -> None:
    pool = a_pool([100, 100, 0, 100])
    assert chances(pool, open_=all_open(pool), step=9)[2] > 0.95


def test_a_newcomer_is_first_asked_what_places_her() -> None:
    mean, cov = np.array([[0.9, 0.0], [0.0, 1.5], [0.0, -0.2]]), np.eye(2)
    votes, none = np.array([30.0, 99.0, 40.0]), np.zeros(3, bool)
    pool = Pool(votes, votes, information(mean, cov, 0.5), none, none)
    assert chances(pool, open_=~none, step=0).argmax() == 1
    assert chances(pool, open_=~none, step=6).argmax() == 0


def test_seeds_go_first_until_they_have_enough() -> None:
    few, enough = a_pool([4, 4], seed=[1]), a_pool([44, 44], seed=[1])
    assert chances(few, open_=all_open(few), step=9).argmax() == 1
    assert np.ptp(chances(enough, open_=all_open(enough), step=9)) == 0


def test_at_most_one_in_three_is_about_the_process() -> None:
    pool = a_pool([50, 60, 0, 0], meta=[2, 3])
    shown = [chances(pool, open_=all_open(pool), step=step).argmax() >= 2 for step in range(30)]
    assert shown == [step % 3 == 2 for step in range(30)]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9).filter(any), st.floats(0, 1 - 1e-12))
def test_a_lot_never_falls_on_what_has_no_chance(odds: list[float], where: float) -> None:
    assert odds[draw(np.array(odds), where)] > 0


def test_lots_are_the_same_again_and_spread_evenly() -> None:
    lots = [lot(b"key", f"p{person}", step) for person in range(100) for step in range(20)]
    assert lots == [lot(b"key", f"p{person}", step) for person in range(100) for step in range(20)]
    assert np.histogram(lots, 10, (0, 1))[0].min() > 150
    assert lot(b"other", "p1", 1) != lot(b"key", "p1", 1)


def a_conversation(seed: int) -> tuple[list[Shown], np.ndarray, dict[int, int]]:
    """Thirty people; the even ones agree with all and are shown statement 0 much more readily."""
    chance = np.random.Generator(np.random.PCG64(seed))
    log, answers, steps = [], [], {}
    for person in range(30):
        keen = 0.7 if person % 2 == 0 else 0.15
        path, seen = Exposure.fresh(person, 4), np.zeros(4, bool)
        steps[person] = 2 + person % 3
        for _ in range(steps[person]):
            odds = np.where(seen, 0.0, [keen, 0.4, 0.3, 0.2])
            shown, path = path.next(odds / odds.sum(), chance.random())
            seen[shown.statement] = True
            log.append(shown)
            answers.append(1 if person % 2 == 0 else -1)
    return log, np.array(answers, dtype=np.int8), steps


def test_weighted_estimates_are_unbiased_where_plain_shares_are_not() -> None:
    plain, weighted, ratio = [], [], []
    for seed in range(150):
        log, answers, steps = a_conversation(seed)
        weight = estimate.weights(log, steps)
        ours = np.array([shown.statement == 0 for shown in log])
        agree = (answers[ours] > 0).astype(float)
        plain.append(agree.mean())
        weighted.append(estimate.horvitz_thompson([], agree, weight[ours], people=30))
        ratio.append(estimate.hajek(answers[ours], weight[ours]).share)
    error = np.std(weighted) / len(weighted) ** 0.5
    assert np.mean(plain) > 0.56
    assert abs(np.mean(weighted) - 0.5) < 4 * error
    assert abs(np.mean(ratio) - 0.5) < 0.03


def test_the_interval_of_the_estimate_covers_the_truth_as_often_as_it_says() -> None:
    covered = []
    for seed in range(150):
        log, answers, steps = a_conversation(seed)
        ours = np.array([shown.statement == 0 for shown in log])
        found = estimate.hajek(answers[ours], estimate.weights(log, steps)[ours])
        covered.append(found.low <= 0.5 <= found.high)
    assert np.mean(covered) > 0.83


def test_votes_by_link_are_left_out_and_compared() -> None:
    routed = [Shown(i, 0, 0, 0.5, 0.5, 0, 2) for i in range(40)]
    linked = [Exposure.fresh(100 + i, 1).linked(0) for i in range(40)]
    answers = np.array([1] * 20 + [-1] * 20 + [1] * 38 + [-1] * 2, dtype=np.int8)
    log = routed + linked
    weight = estimate.weights(log, dict.fromkeys(range(200), 1))
    assert estimate.hajek(answers, weight).share == 0.5
    (found,) = estimate.by_link(log, answers)
    assert found.gap == pytest.approx(0.45)
    assert found.low > 0.2
    assert found.q < 0.001


def a_log(people: int, policy: Policy, serve_evenly: bool = False) -> tuple[list[Shown], dict]:
    """Forty statements, one more at every 60th vote, eight votes a person."""
    chance = np.random.Generator(np.random.PCG64(5))
    counts, came, log = np.zeros(40), dict.fromkeys(range(10), 0), []
    for person in range(people):
        path, open_ = Exposure.fresh(person, 40), np.zeros(40, bool)
        for _ in range(8):
            came |= {10 + len(log) // 60: len(log)} if len(log) % 60 == 0 and len(came) < 40 else {}
            fresh = np.isin(np.arange(40), list(came))
            open_ = fresh & ~np.isin(np.arange(40), [s.statement for s in log[-path.step :]])
            odds = chances(
                a_pool(counts.tolist()), open_=open_ if path.step else fresh, step=9, policy=policy
            )
            shown, path = path.next(odds, chance.random())
            if serve_evenly:
                may = np.flatnonzero(odds)
                served = int(may[int(chance.random() * len(may))])
                shown = Shown(person, served, shown.step, float(odds[served]), 1.0, 0, len(may))
            counts[shown.statement] += 1
            log.append(shown)
    return log, came


def test_the_watch_is_quiet_while_routing_works() -> None:
    seen = watch(*a_log(300, Policy()))
    assert seen.alarms == ()
    assert seen.median < 0.5 * seen.if_even


def test_the_watch_rings_when_all_chances_are_even() -> None:
    seen = watch(*a_log(300, Policy(fair=1.0)))
    assert "even-chances" in seen.alarms
    assert "slow" in seen.alarms


def test_the_watch_rings_when_what_is_served_is_not_what_the_log_says() -> None:
    seen = watch(*a_log(300, Policy(), serve_evenly=True))
    assert "chances-not-kept" in seen.alarms
