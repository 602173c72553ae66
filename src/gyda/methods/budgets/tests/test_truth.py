"""Known answers: the exact oracle's, the cities' own, and those of the papers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from gyda.methods import budgets
from gyda.methods.budgets import Completion, Threshold
from gyda.methods.budgets.tests.shared import (
    GREEDY_PUBLISHED,
    WIELICZKA,
    golden,
    official,
    shared_election,
)

GOLDEN = (
    "Hungary_Budapest_2024_VIII_Jozsefvaros",
    "Netherlands_Amsterdam_166",
    "Netherlands_Assen_2024",
    "Poland_Swiecie_2023",
    "Poland_Warszawa_2017_Chomiczowka",
    WIELICZKA,
)


@pytest.mark.parametrize("name", GOLDEN)
@pytest.mark.parametrize(("utility", "key"), [("cost", "mes_cost"), ("count", "mes_card")])
@pytest.mark.parametrize("ties", ["id", "text"])
def test_winners_and_their_order_are_those_of_the_exact_oracle(
    name: Any, utility: Any, key: Any, ties: Any
) -> None:
    outcome = budgets.equal_shares(
        shared_election(name), utility=utility, completion="none", ties=ties
    )
    assert list(outcome.selected) == golden()[f"{name}.pb"][key]


def test_the_golden_file_holds_what_is_tested_here() -> None:
    assert set(golden()) == {f"{name}.pb" for name in GOLDEN}


@pytest.mark.parametrize(
    ("name", "completion", "runs"),
    [
        ("Netherlands_Assen_2024", "add1", 845),
        ("Poland_Swiecie_2023", "add1", 227),
        (WIELICZKA, "add1-comparison", 166),
    ],
)
def test_cities_that_used_equal_shares_get_their_official_winners(
    name: Any, completion: Any, runs: Any
) -> None:
    election = shared_election(name)
    outcome = budgets.equal_shares(election, completion=completion)
    assert set(outcome.selected) == official(election)
    assert outcome.runs == runs


def test_wieliczka_differs_when_the_count_stops_as_soon_as_nothing_more_fits() -> None:
    outcome = budgets.equal_shares(shared_election(WIELICZKA), completion="add1")
    assert (len(outcome.selected), outcome.cost, outcome.runs) == (31, 984_579, 151)


def test_wieliczka_has_the_official_winners_from_whole_units_too() -> None:
    election = shared_election(WIELICZKA)
    floored = Completion(start="floor", stop_when_full=False)
    outcome = budgets.equal_shares(election, completion=floored)
    assert set(outcome.selected) == official(election)
    assert outcome.endowment == 315


def test_swiecie_has_its_winners_under_its_own_threshold_as_well() -> None:
    election = shared_election("Poland_Swiecie_2023")
    limits = budgets.Limits(Threshold(cost_share=Fraction(1, 3)))
    outcome = budgets.equal_shares(election, limits=limits)
    assert set(outcome.selected) == official(election)


@pytest.mark.parametrize("name", GREEDY_PUBLISHED)
def test_greedy_gives_what_the_cities_published(name: Any) -> None:
    election = shared_election(name)
    rule, options = budgets.stated_rule(election)
    outcome = budgets.greedy(election, limits=budgets.stated_limits(election), **options)
    assert rule == "greedy"
    assert set(outcome.selected) == official(election)


POZNAN = """META
budget;100
unit;Poznań
rule;greedy-custom
PROJECTS
project_id;cost
1;60
2;{cost}
3;5
4;999999999
VOTES
voter_id;vote
a;4,1,2
b;4,1,2
c;4,1,3
d;4
"""


@pytest.mark.parametrize(
    ("cost", "won", "reserve"),
    [(40, ("1", "2", "3"), None), (50, ("1",), "2"), (51, ("1",), None), (900, ("1",), None)],
)
def test_poznan_stops_and_pays_from_its_reserve_what_nearly_fits(
    cost: int, won: tuple[str, ...], reserve: str | None
) -> None:
    """With 40 left, 50 is paid at 80 %; a withdrawn project, marked by its cost, stops nothing."""
    one = budgets.read(
        POZNAN.replace("{cost}", str(cost)).replace(
            "budget;100", f"budget;{100 + 5 * (cost == 40)}"
        )
    )
    rule, options = budgets.stated_rule(one)
    outcome = budgets.greedy(one, **options)
    assert (rule, outcome.selected, outcome.notes.get("reserve")) == ("greedy", won, reserve)


def test_what_costs_more_than_there_is_ends_a_count_that_does_not_skip() -> None:
    one = budgets.election(100, {"a": 200, "b": 60}, [["a", "b"], ["a"]])
    assert budgets.greedy(one, skip=False).selected == ()
    assert budgets.greedy(one).selected == ("b",)


def test_rivals_are_read_from_the_comment_of_an_exclusive_count() -> None:
    comment = (
        "#1: Data of 2026. #2: In the small pool, projects 12 and 26 were treated as mutually "
        "exclusive, (see the map). Project 31 was withdrawn."
    )
    one = budgets.election(100, {"12": 30, "26": 30, "31": 30}, [["12", "26", "31"], ["12", "26"]])
    for rule, won in (("greedy-exclusive", ("12", "31")), ("greedy", ("12", "26", "31"))):
        said = replace(one, meta={"rule": rule, "comment": comment})
        assert budgets.greedy(said, limits=budgets.stated_limits(said)).selected == won


@pytest.mark.parametrize("name", ["Poland_Katowice_2023", "Poland_Krakow_2019"])
def test_recounted_points_are_those_in_the_file(name: Any) -> None:
    election = shared_election(name)
    printed = [int(one.facts["score"]) for one in election.projects]
    assert budgets.scores(election) == printed


def test_phragmen_gives_the_papers_order() -> None:
    """Two groups of 6 and 4: after a at 10, b's load would be 20, c's is 10."""
    one = budgets.election(160, {"a": 60, "b": 60, "c": 40}, [["a", "b"]] * 6 + [["c"]] * 4)
    outcome = budgets.phragmen(one)
    assert [(step.project, step.paid) for step in outcome.steps] == [
        ("a", 10),
        ("c", 10),
        ("b", 20),
    ]


def test_phragmen_stops_at_what_does_not_fit_or_passes_over_it() -> None:
    one = budgets.election(100, {"a": 80, "b": 70, "c": 20}, [["a"]] * 8 + [["b"]] * 6 + [["c"]])
    assert budgets.phragmen(one).selected == ("a",)
    assert budgets.phragmen(one, skip=True).selected == ("a", "c")


def test_bounded_overspending_elects_what_a_little_money_lacked() -> None:
    one = budgets.election(100, {"a": 70, "b": 30}, [["a"]] * 6 + [["b"]] * 4)
    assert budgets.equal_shares(one, completion="none").selected == ("b",)
    outcome = budgets.bounded_overspending(one)
    assert outcome.selected == ("a", "b")
    assert outcome.steps[0].pooled == 60  # all six gave their 10, and 10 were overspent


def test_bounded_overspending_keeps_the_budget_and_ends_where_digits_would_grow() -> None:
    election = shared_election("Poland_Warszawa_2020_Ursynow")
    outcome = budgets.bounded_overspending(election)
    assert outcome.cost <= election.budget
    assert len(outcome.selected) == 60


def test_supporters_who_could_pay_at_no_cost_are_no_division_by_nothing() -> None:
    papers = [["a", "b", "c", "d"], *[["a", "b", "c"]] * 2, ["c"], *[[]] * 5]
    one = budgets.election(3, {"a": 1, "b": 1, "c": 2, "d": 1}, papers)
    outcome = budgets.equal_shares(one, completion="none")
    assert outcome.selected == ("a",)
    lost = budgets.explain(one, outcome)
    assert (lost["d"].effective, lost["d"].more_supporters) == (Fraction(1, 3), 3)


def test_bounded_overspending_sees_a_tie_of_all_a_purse_with_a_part_of_it() -> None:
    one = budgets.election(6, {"a": 3, "b": 1}, [["a", "b"], []])
    assert budgets.bounded_overspending(one).selected == ("a",)
