"""What holds for every election: the fast count is the plain one, and nothing depends on order."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods import budgets
from gyda.methods.budgets import Ballot, Limits
from gyda.methods.budgets.completion import exact_run
from gyda.methods.budgets.contributions import exactly_at
from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import profile_of
from gyda.methods.budgets.rounds import Count
from gyda.methods.budgets.scan import Scan
from gyda.methods.budgets.tests.shared import plainly
from gyda.methods.budgets.ties import order

IDS = tuple("abcdefg")
COSTS = st.sampled_from([Fraction(k) for k in (1, 2, 3, 5, 6, 7, 10, 12, 20)] + [Fraction(5, 2)])


@st.composite
def elections(draw: Any, kinds: Any = ("approval", "cumulative", "ordinal")) -> Any:
    """Small elections with many ties, odd weights and empty ballots."""
    kind = draw(st.sampled_from(kinds))
    ids = IDS[: draw(st.integers(1, 7))]
    costs = {one: draw(COSTS) for one in ids}
    papers = []
    for _ in range(draw(st.integers(1, 9))):
        chosen = tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids))))
        points = tuple(Fraction(draw(st.integers(0, 4)), 2) for _ in chosen)
        weight = draw(st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2)]))
        papers.append(Ballot(chosen, points if kind == "cumulative" else None, weight))
    return budgets.election(draw(st.integers(1, 40)), costs, papers, kind)


UTILITIES = st.sampled_from(budgets.UTILITIES)


@settings(max_examples=120, deadline=None)
@given(elections(), UTILITIES)
def test_equal_shares_is_what_the_paper_says(one: Any, utility: Any) -> None:
    outcome = budgets.equal_shares(one, utility=utility, completion="none")
    assert list(outcome.selected) == plainly(one, utility)


@settings(max_examples=100, deadline=None)
@given(elections(), UTILITIES, st.integers(1, 12), st.booleans())
def test_the_scan_is_right_wherever_it_is_sure(
    one: Any, utility: Any, count: Any, limited: Any
) -> None:
    limits = Limits(exclusive=(frozenset({"a", "b"}) & set(one.position()),) if limited else ())
    profile, ranks, permits = profile_of(one, utility), order(one), Permits(one, limits)
    shares = [profile.share() * Fraction(7 + k, 7) for k in range(count)]
    found = Scan(profile, ranks, permits, shares, 10**9).results()
    assert len(found) == count
    for share, result in zip(shares, found, strict=True):
        _, rounds = exact_run(profile, share, ranks, permits)
        if result.sure:
            assert result.selected == tuple(each.project for each in rounds)


@settings(max_examples=100, deadline=None)
@given(elections(), st.sampled_from(sorted(budgets.NAMED)), st.randoms())
def test_the_order_of_rows_changes_nothing(one: Any, completion: Any, chance: Any) -> None:
    given_points = one.ballots.points or [None] * len(one.ballots.rows)
    papers = list(zip(one.ballots.rows, one.ballots.weights, given_points, strict=True))
    chance.shuffle(papers)
    rows, weights, points = zip(*papers, strict=True)
    merged = budgets.Merged(rows, weights, points if one.ballots.points else None)
    other = budgets.Election(one.budget, one.projects, merged, one.kind)
    for rule in (_equal_shares(completion), budgets.phragmen, budgets.bounded_overspending):
        assert rule(one).selected == rule(other).selected


def _equal_shares(completion: Any) -> Any:
    return lambda one: budgets.equal_shares(one, completion=completion)


@settings(max_examples=100, deadline=None)
@given(elections(), st.sampled_from(sorted(budgets.NAMED)))
def test_no_rule_overspends_and_every_project_has_its_reason(one: Any, completion: Any) -> None:
    rules = (budgets.phragmen, budgets.greedy, budgets.bounded_overspending)
    for rule in (_equal_shares(completion), *rules):
        outcome = rule(one)
        assert outcome.cost <= one.budget
        assert set(outcome.reasons) == {each.id for each in one.projects}
        won = {each for each, reason in outcome.reasons.items() if reason.code == "elected"}
        assert won == set(outcome.selected)


@settings(max_examples=100, deadline=None)
@given(elections(), UTILITIES)
def test_payments_add_up_and_nobody_pays_more_than_they_had(one: Any, utility: Any) -> None:
    outcome = budgets.equal_shares(one, utility=utility, completion="none")
    approvals = one.ballots.points is None or not utility.startswith("points")
    costs = {each.id: each.cost for each in one.projects}
    for step in outcome.steps:
        if approvals:
            assert step.paid * step.in_full + step.pooled == costs[step.project]
            assert step.paid <= outcome.endowment


@settings(max_examples=100, deadline=None)
@given(elections(kinds=("approval",)), st.sampled_from(["cost", "count"]))
def test_what_would_have_made_a_project_win_would_have(one: Any, utility: Any) -> None:
    """Count again at the same endowment: with the named newcomers, and at the named cost."""
    outcome = budgets.equal_shares(one, utility=utility, completion="none")
    for project, support in budgets.explain(one, outcome).items():
        won = project in outcome.selected
        if outcome.reasons[project].code not in ("elected", "not-affordable"):
            continue
        assert (support.effective >= 1) >= won
        if not won and support.effective < 1 and support.more_supporters:
            assert project in _again(one, outcome, project, more=support.more_supporters)
            if support.more_supporters > 2:  # at one fewer there may be a tie
                fewer = _again(one, outcome, project, more=support.more_supporters - 2)
                assert project not in fewer
        if not won and support.winning_cost:
            assert project in _again(one, outcome, project, cost=support.winning_cost)


@settings(max_examples=60, deadline=None)
@given(elections(), UTILITIES)
def test_a_winners_support_is_the_most_that_any_moment_without_it_gives(
    one: Any, utility: Any
) -> None:
    outcome = budgets.equal_shares(one, utility=utility, completion="none")
    profile, permits = profile_of(one, utility), Permits(one, Limits())
    count = Count(profile, profile.share(), order(one, "id", ""), permits)
    for project, support in budgets.explain(one, outcome).items():
        if project not in outcome.selected:
            continue
        c, fork = one.position()[project], count.copy(leave_out=-1)
        while (level := fork.next_level()) is not None and level.project != c:
            fork.take(level)
        assert support.effective == max(_paid_without(fork.copy(leave_out=c), c)) / profile.cost[c]


def _paid_without(fork: Count, c: int) -> Iterator[Fraction]:
    """Yield exactly what supporters of c would pay in every round, and at the end."""
    while (level := fork.next_level()) is not None:
        yield exactly_at(fork.profile, fork.purses, c, fork.price(level))
        fork.elect(level)
    yield exactly_at(fork.profile, fork.purses, c, None)


def _again(one: Any, outcome: Any, project: Any, more: Any = 0, cost: Any = None) -> Any:
    papers = [
        Ballot(tuple(one.projects[k].id for k in row), weight=Fraction(weight))
        for row, weight in zip(one.ballots.rows, one.ballots.weights, strict=True)
    ]
    if more:
        papers.append(Ballot((project,), weight=Fraction(more)))
    costs = {each.id: each.cost for each in one.projects}
    if cost is not None:
        costs[project] = cost
    voters = sum((paper.weight for paper in papers), Fraction(0))
    changed = budgets.election(outcome.endowment * voters, costs, papers)
    return plainly(changed, str(outcome.settings["utility"]))
