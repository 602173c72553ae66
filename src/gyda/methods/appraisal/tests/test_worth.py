"""Known answers of social return, cost-benefit and wellbeing, worked by hand."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from fractions import Fraction

import pytest

from gyda.methods.appraisal import (
    GMCA_2014,
    GREEN_BOOK,
    GREEN_BOOK_HEALTH,
    Benefit,
    Cost,
    Outcome,
    Range,
    cost_benefit,
    ranged,
    social_return,
    wellbeing,
)
from gyda.methods.errors import BadInput

FLAT = GREEN_BOOK.at(0)
MEALS = Outcome(
    "meals",
    quantity=ranged(16),
    proxy=ranged(100, 200, 300),
    deadweight=ranged("0.25"),
    attribution=ranged("0.5"),
    displacement=ranged("0.1"),
    drop_off=ranged("0.2"),
    years=3,
    source="survey",
)


def _worth(end: int) -> Fraction:
    yearly = 16 * end * Fraction("0.75") * Fraction("0.5") * Fraction("0.9")
    return yearly * (1 + Fraction("0.8") + Fraction("0.64"))


def test_impact_is_what_is_left_after_all_that_is_not_ours() -> None:
    found = social_return([MEALS], [1000], FLAT)
    assert found.ratio == Range(*(_worth(end) / 1000 for end in (100, 200, 300)))


def test_later_years_are_discounted_on_both_sides() -> None:
    later = replace(MEALS, starts=1, years=1, drop_off=ranged(0))
    found = social_return([later], [0, 1000], GREEN_BOOK)
    same = social_return([replace(later, starts=0)], [1000], GREEN_BOOK)
    assert found.ratio == same.ratio


def test_the_low_end_takes_the_high_deductions() -> None:
    wide = replace(MEALS, proxy=ranged(200), deadweight=ranged("0.1", "0.25", "0.6"))
    found = social_return([wide], [1000], FLAT)
    assert found.ratio.low / found.ratio.central == Fraction("0.4") / Fraction("0.75")
    assert found.ratio.high / found.ratio.central == Fraction("0.9") / Fraction("0.75")


def test_a_ratio_without_a_range_is_refused() -> None:
    with pytest.raises(BadInput, match="no-range"):
        social_return([replace(MEALS, proxy=ranged(200))], [1000], FLAT)


def test_what_to_beware_of_is_said() -> None:
    plain = Outcome("calm", ranged(1), ranged(1))
    found = social_return([MEALS, plain], [1000], FLAT)
    assert found.warnings == ("nothing-deducted", "one-outcome-dominates", "no-source")
    assert social_return([MEALS], [1000], FLAT).warnings == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"deadweight": ranged("1.1")}, "share-out-of-range"),
        ({"drop_off": ranged("-0.1")}, "share-out-of-range"),
        ({"years": 0}, "years-not-positive"),
        ({"quantity": ranged(-1)}, "quantity-negative"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(change: dict[str, Range], code: str) -> None:
    with pytest.raises(BadInput, match=code):
        replace(MEALS, **change)


COST = Cost("worker", "council", (Fraction(1000), Fraction(1000)), confidence=3)
BENEFIT = Benefit(
    "fewer evictions",
    agency="landlord",
    kind="fiscal",
    population=Fraction(100),
    engaged=Fraction(1, 2),
    retained=Fraction(4, 5),
    impact=Fraction(1, 4),
    deadweight=Fraction(1, 5),
    unit_value=Fraction(500),
    confidence=4,
    starts=1,
    years=2,
    cashable=Fraction(1, 4),
)


def test_hope_is_taken_off_benefits_and_put_on_costs() -> None:
    found = cost_benefit([COST], [BENEFIT], FLAT, GMCA_2014)
    yearly = (
        Fraction(100 * 500, 1) * Fraction(1, 2) * Fraction(4, 5) * Fraction(1, 4) * Fraction(4, 5)
    )
    assert found.costs == 2000 * Fraction("1.10")
    assert found.by_agency == {"landlord": 2 * yearly * Fraction("0.85")}
    assert found.cashable == found.by_agency["landlord"] / 4
    assert (
        found.benefit_cost_ratio == found.financial_return == found.by_kind["fiscal"] / found.costs
    )
    assert found.net_present_public_value == found.by_kind["fiscal"] - found.costs


def test_only_fiscal_benefits_pay_back() -> None:
    kind = replace(BENEFIT, name="calm", kind="social")
    both = cost_benefit([COST], [BENEFIT, kind, kind], FLAT, GMCA_2014)
    one = cost_benefit([COST], [BENEFIT], FLAT, GMCA_2014)
    assert both.payback == one.payback
    assert both.by_kind["social"] == 2 * one.by_kind["fiscal"]


def test_what_is_unknown_to_cost_benefit_is_refused() -> None:
    with pytest.raises(BadInput, match="confidence-grade-unknown"):
        cost_benefit([replace(COST, confidence=7)], [BENEFIT], FLAT, GMCA_2014)
    with pytest.raises(BadInput, match="kind-unknown"):
        replace(BENEFIT, kind="moral")
    with pytest.raises(BadInput, match="nothing-spent"):
        cost_benefit([], [BENEFIT], FLAT, GMCA_2014)


def test_a_fifth_of_a_point_is_worth_2600_pounds_in_2019_prices() -> None:
    found = wellbeing("0.2", 1, comparison="matched", rates=GREEN_BOOK_HEALTH)
    assert (found.worth.central, found.prices_of) == (2600, 2019)
    assert found.warnings == ("never-add-to-another-valuation",)


def test_later_years_of_wellbeing_are_discounted_at_the_health_rate() -> None:
    found = wellbeing(1, 10, years=2, comparison="randomised", rates=GREEN_BOOK_HEALTH)
    assert found.wellbys == 20
    assert found.worth.central == 130_000 * (1 + 1 / Fraction("1.015"))


def test_wellbeing_that_went_down_has_its_range_the_right_way_round() -> None:
    found = wellbeing(-1, 1, comparison="matched", rates=GREEN_BOOK_HEALTH)
    assert (found.worth.low, found.worth.high) == (-16_000, -10_000)


def test_without_a_comparison_there_is_nothing_to_value() -> None:
    with pytest.raises(BadInput, match="no-comparison"):
        wellbeing(1, 1, comparison="", rates=GREEN_BOOK_HEALTH)
    weak = wellbeing(1, 1, comparison="before-and-after", rates=GREEN_BOOK_HEALTH)
    assert "comparison-is-weak" in weak.warnings
