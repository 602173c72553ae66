"""The traps of counting, one test each: see docs/methods/equal-shares.md."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
from fractions import Fraction
from typing import Any

import pytest

from gyda.methods import budgets
from gyda.methods.budgets import Ballot, Completion, Limits
from gyda.methods.budgets.tests.shared import WIELICZKA, shared_election
from gyda.methods.errors import BadInput


def test_1_the_variant_is_part_of_the_record() -> None:
    outcome = budgets.equal_shares(shared_election("Netherlands_Assen_2024"), completion="add1")
    assert dict(outcome.settings) == {
        "utility": "cost",
        "ties": "id",
        "seed": "",
        "step": "unit",
        "size": 1,
        "start": "exact",
        "stop_when_full": True,
        "tail": False,
        "comparison": "none",
    }


def test_2_the_run_before_the_first_that_overspends_counts_even_if_a_later_one_would_fit() -> None:
    """Found by search: the costs of the runs are 17, 37 (over 35), then 29."""
    one = _not_monotone()
    costs = _costs(one, 8)
    first_over = next(k for k, cost in enumerate(costs) if cost > one.budget)
    assert any(cost <= one.budget for cost in costs[first_over:])
    outcome = budgets.equal_shares(one, completion=Completion(stop_when_full=False))
    assert outcome.runs == first_over + 1
    assert outcome.cost == costs[first_over - 1]
    assert outcome.notes["ended"] == "overspending"


def _not_monotone() -> budgets.Election:
    costs = {"a": 27, "b": 29, "c": 20, "d": 28, "e": 17, "f": 17}
    return budgets.election(35, costs, ["adef", "bde", "abc", "abcdf", "bdef", "c"])


def _costs(one: budgets.Election, runs: int) -> list[Fraction]:
    from gyda.methods.budgets.completion import exact_run
    from gyda.methods.budgets.limits import Permits
    from gyda.methods.budgets.profile import profile_of
    from gyda.methods.budgets.ties import order

    profile = profile_of(one)
    permits = Permits(one, Limits())
    shares = [profile.share() + k for k in range(runs)]
    counted = [exact_run(profile, share, order(one), permits)[1] for share in shares]
    return [sum(one.projects[r.project].cost for r in rounds) for rounds in counted]


def test_3_steps_can_be_relative_to_the_share_where_a_unit_is_tiny() -> None:
    hungary = shared_election("Hungary_Budapest_2024_VIII_Jozsefvaros")
    outcome = budgets.equal_shares(hungary, completion="add1-share")
    assert outcome.runs < 200
    assert outcome.cost <= hungary.budget
    assert outcome.endowment == outcome.share * (1 + Fraction(outcome.runs - 2, 100))


def test_4_exact_ties_are_ties_where_floats_see_none() -> None:
    tie = shared_election("synthetic_float_tie")
    assert budgets.equal_shares(tie, ties="cost").selected == ("B",)
    assert budgets.equal_shares(tie, ties="id").selected == ("A",)


@pytest.mark.parametrize("votes", range(2, 400, 7))
def test_4_equal_votes_tie_whatever_the_cost(votes: Any) -> None:
    one = budgets.election(10_000, {"dear": 3_000, "low": 700}, [["dear", "low"]] * votes)
    assert budgets.equal_shares(one, completion="none", ties="cost").selected[0] == "low"


def test_5_ties_follow_one_published_order() -> None:
    one = budgets.election(10, {"10": 10, "2": 10, "9": 10}, [["10", "2", "9"]] * 3)
    assert budgets.equal_shares(one, ties="id").selected == ("2",)
    assert budgets.equal_shares(one, ties="text").selected == ("10",)
    lots = {budgets.equal_shares(one, ties="lot", seed=str(k)).selected for k in range(40)}
    assert lots == {("2",), ("9",), ("10",)}
    again = [budgets.equal_shares(one, ties="lot", seed="llyn").selected for _ in range(2)]
    assert again[0] == again[1]
    with pytest.raises(BadInput, match="lot-needs-seed"):
        budgets.equal_shares(one, ties="lot")


def test_6_a_cost_of_nothing_is_refused_and_one_above_the_budget_never_wins() -> None:
    with pytest.raises(BadInput, match="cost-not-positive"):
        budgets.election(10, {"a": 0}, [["a"]])
    one = budgets.election(10, {"a": 11, "b": 6}, [["a"]] * 9 + [["b"]])
    outcome = budgets.equal_shares(one, completion=Completion(stop_when_full=False))
    assert outcome.selected == ("b",)
    assert outcome.reasons["a"].code == "over-budget"


def test_6_projects_can_be_withdrawn_and_costs_corrected_and_all_voters_stay() -> None:
    one = budgets.election(10, {"a": 5, "b": 5}, [["a"], ["b"], ["b"]])
    assert budgets.equal_shares(one.without(["b"])).selected == ("a",)
    assert one.without(["b"]).voters == 3
    assert one.with_costs({"a": Fraction(7)}).projects[0].cost == 7


def test_7_the_rival_is_removed_when_its_counterpart_is_elected() -> None:
    one = budgets.election(
        100, {"a": 40, "b": 40, "c": 40}, [["a", "b"]] * 5 + [["b"]] + [["c"]] * 4
    )
    limits = Limits(exclusive=(frozenset("ab"),))
    for rule in (
        budgets.equal_shares,
        budgets.greedy,
        budgets.phragmen,
        budgets.bounded_overspending,
    ):
        outcome = rule(one, limits=limits)
        assert not {"a", "b"} <= set(outcome.selected)
        assert outcome.reasons["a"].code == "rival-elected"
        assert outcome.reasons["a"].values == {"rival": "b"}


def test_8_the_order_on_a_ballot_and_equal_ballots_change_nothing() -> None:
    rows = [["a", "b"], ["b", "a"], ["b", "a", "b"]]
    one = budgets.election(9, {"a": 3, "b": 6}, rows)
    assert one.ballots.weights == (3,)
    split = budgets.election(9, {"a": 3, "b": 6}, [Ballot(("a", "b"), weight=Fraction(3))])
    assert split.ballots == one.ballots


def test_9_weights_multiply_money() -> None:
    """A voter of weight 2 is two voters; halves are fine."""
    papers = [Ballot(("a",), weight=Fraction(3, 2)), Ballot(("b",), weight=Fraction(1, 2))]
    one = budgets.election(20, {"a": 15, "b": 5, "c": 1}, papers)
    outcome = budgets.equal_shares(one, completion="none")
    assert outcome.selected == ("a", "b")
    assert outcome.share == 10
    assert outcome.steps[0].in_full == Fraction(3, 2)


def test_10_who_cast_an_empty_ballot_is_a_voter() -> None:
    one = budgets.election(30, {"a": 20}, [["a"], ["a"], []])
    assert budgets.equal_shares(one, completion="none").share == 10


def test_11_unsupported_projects_neither_win_nor_keep_the_count_going() -> None:
    one = budgets.election(100, {"a": 50, "b": 50}, [["a"]])
    outcome = budgets.equal_shares(one)
    assert (outcome.selected, outcome.runs) == (("a",), 1)
    assert outcome.notes["ended"] == "complete"
    assert outcome.reasons["b"].code == "unsupported"


def test_12_utilities_are_a_choice() -> None:
    election = shared_election(WIELICZKA)
    by_cost, by_count = (
        set(budgets.equal_shares(election, utility=one, completion="none").selected)
        for one in ("cost", "count")
    )
    assert by_cost != by_count


def test_13_thresholds_count_before_and_pots_in_order() -> None:
    one = budgets.election(10, {"a": 5, "b": 5}, [["a"]] * 3 + [["b"]])
    limits = Limits(budgets.Threshold(share=Fraction(1, 2)))
    outcome = budgets.equal_shares(one, limits=limits, completion="utilitarian")
    assert outcome.selected == ("a",)
    assert outcome.reasons["b"].values == {"needed": 2, "reached": 1}
    pots = [budgets.Ward("north", one), budgets.Ward("city", one)]
    spent = [
        [count.budget for _, count in budgets.count_wards(pots, _half, carry)]
        for carry in ("none", "next", "last")
    ]
    assert spent == [[10, 10], [10, 15], [10, 15]]


def _half(election: budgets.Election) -> budgets.Outcome:
    return budgets.greedy(election.without(["b"]))


def test_15_a_thousand_winners_need_no_recursion() -> None:
    many = 1_500
    assert many > sys.getrecursionlimit() or sys.gettrace()
    one = budgets.election(many, {str(k): 1 for k in range(many)}, [[*map(str, range(many))]] * 3)
    for rule in (budgets.equal_shares, budgets.greedy, budgets.phragmen):
        assert len(rule(one).selected) == many


def test_16_the_growth_of_the_endowment_is_said() -> None:
    outcome = budgets.equal_shares(shared_election(WIELICZKA), completion="add1-full")
    assert Fraction(207, 100) < outcome.endowment / outcome.share < Fraction(209, 100)
