"""Known answers: what a table says of a case, why, and what is wrong with it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

import pytest

from gyda.methods.criteria import (
    Found,
    Hit,
    Outcome,
    Why,
    check,
    decide,
    tried,
    what_would_change,
)
from gyda.methods.criteria.cells import Span
from gyda.methods.criteria.tests.bus_pass import (
    MISSED_TWO,
    SIXTY,
    a_rule,
    bus_pass,
    with_missed,
)
from gyda.methods.criteria.trying import beside_rules
from gyda.methods.errors import BadInput

NIA = {"age": 70, "disabled": False, "elsewhere": False, "missed": 2}


def test_all_eight_test_cases_pass_and_stand_beside_their_rules() -> None:
    cases = tried(bus_pass())
    assert [case.passes for case in cases] == [True] * 8
    assert beside_rules(cases) == {"sixty": (2, 2), "any_age": (2, 2), "elsewhere": (2, 2)}


def test_the_first_rule_that_fits_holds_and_says_why() -> None:
    found = decide(with_missed(), NIA)
    assert (found.outcome, found.why, found.rules) == (Outcome.NOT, Why.RULE, ("missed_two",))
    assert [step.fits for step in found.steps] == [True, False, True, False]


def test_one_appointment_fewer_would_have_changed_it() -> None:
    (change,) = what_would_change(with_missed(), NIA)
    assert change.facts == {"missed": 1}
    assert (change.outcome, change.rules) == (Outcome.ELIGIBLE, ("sixty",))


def test_two_facts_are_named_where_one_alone_changes_nothing() -> None:
    both = {"age": 70, "disabled": False, "elsewhere": True, "missed": 2}
    (change,) = what_would_change(with_missed(), both)
    assert change.facts == {"elsewhere": False, "missed": 1}


def test_what_is_not_known_never_counts_against_anybody() -> None:
    found = decide(with_missed(), {"age": 70})
    assert (found.outcome, found.why) == (Outcome.PERSON, Why.UNKNOWN)
    assert found.missing == ("missed", "elsewhere")


def test_what_is_not_known_does_not_matter_where_it_cannot_turn_the_outcome() -> None:
    known = {"age": 70, "elsewhere": False, "missed": 0}  # whether disabled is not known
    assert decide(with_missed(), known).outcome is Outcome.ELIGIBLE


def test_where_no_rule_fits_what_holds_otherwise_does() -> None:
    known = {"age": 30, "disabled": False, "elsewhere": False, "missed": 0}
    found = decide(bus_pass(), known)
    assert (found.outcome, found.why, found.rules) == (Outcome.PERSON, Why.OTHERWISE, ())


def test_collected_rules_let_the_strictest_hold() -> None:
    found = decide(bus_pass(MISSED_TWO, hit=Hit.COLLECT), NIA)
    assert (found.outcome, found.rules) == (Outcome.NOT, ("missed_two",))


def test_two_rules_where_only_one_may_fit_lead_to_a_person() -> None:
    found = decide(bus_pass(MISSED_TWO, hit=Hit.UNIQUE), NIA)
    assert (found.outcome, found.why) == (Outcome.PERSON, Why.CLASH)


def test_a_gap_is_shown_with_a_person_whom_no_rule_fits() -> None:
    gap = check(bus_pass())[0]
    assert gap.what is Found.GAP
    assert not gap.is_fault
    assert gap.person == {"age": 0, "disabled": False, "elsewhere": False, "missed": 0}


def test_a_rule_behind_a_wider_one_is_never_reached() -> None:
    late = a_rule("seventy", Outcome.PERSON, age=Span(low=70))
    found = [one for one in check(replace(bus_pass(), rules=(*bus_pass().rules, late)))
             if one.is_fault]  # fmt: skip
    assert [(one.what, one.rules) for one in found] == [(Found.NEVER, ("seventy",))]
    assert found[0].person["age"] == 70


def test_a_rule_that_two_others_cover_together_is_never_reached() -> None:
    young = a_rule("young", Outcome.ELIGIBLE, age=Span(high=59))
    all_ = a_rule("all", Outcome.PERSON, disabled=frozenset({False}))
    table = replace(bus_pass(), rules=(SIXTY, young, all_))
    assert [one.rules for one in check(table) if one.what is Found.NEVER] == [("all",)]
    assert Found.GAP not in {one.what for one in check(table)}


def test_contradicting_rules_are_a_fault_where_only_one_may_fit() -> None:
    found = {(one.what, one.rules) for one in check(bus_pass(MISSED_TWO, hit=Hit.UNIQUE))}
    assert (Found.CLASH, ("missed_two", "sixty")) in found
    assert (Found.TWICE, ("sixty", "any_age")) in found


@pytest.mark.parametrize("need", ["food", "warmth", "shelter"])
def test_no_rule_can_refuse_food_warmth_or_shelter(need: str) -> None:
    with pytest.raises(BadInput, match="takes-basic-need"):
        replace(bus_pass(), needs=frozenset({need}))
    kind = replace(bus_pass(), rules=(SIXTY,), needs=frozenset({need}))
    with pytest.raises(BadInput, match="takes-basic-need"):
        replace(kind, otherwise=Outcome.NOT)


def test_a_fact_out_of_its_bounds_is_no_answer() -> None:
    for known in ({"age": 121}, {"age": True}, {"disabled": "yes"}, {"shoe": 4}):
        with pytest.raises(BadInput):
            decide(bus_pass(), known)  # type: ignore[arg-type]
