"""Known answers of discounting, payback and the local multiplier; stories A and C."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.appraisal import (
    GREEN_BOOK,
    GREEN_BOOK_HEALTH,
    Discounting,
    Spending,
    exact,
    in_force,
    in_prices_of,
    lm3,
    multiplier,
    npv,
    payback,
)
from gyda.methods.errors import BadInput

INVEST_TO_SAVE = [-60_000, 10_000, 22_000, 25_000, 25_000]


@pytest.mark.parametrize(
    ("year", "factor"), [(1, 0.9662), (5, 0.8420), (10, 0.7089), (30, 0.3563), (31, 0.3459)]
)
def test_the_green_books_factors(year: int, factor: float) -> None:
    assert float(GREEN_BOOK.factor(year)) == pytest.approx(factor, abs=5e-5)


def test_health_has_its_own_rate_and_no_guess_beyond_thirty_years() -> None:
    assert float(GREEN_BOOK_HEALTH.factor(5)) == pytest.approx(0.9283, abs=5e-5)
    with pytest.raises(BadInput, match="no-rate-for-year"):
        GREEN_BOOK_HEALTH.factor(31)


def test_story_c_invest_to_save() -> None:
    assert round(npv(INVEST_TO_SAVE, GREEN_BOOK), 2) == Fraction("14533.69")
    assert payback(INVEST_TO_SAVE) == Fraction("3.12")
    assert float(payback(INVEST_TO_SAVE, GREEN_BOOK) or 0) == pytest.approx(3.33, abs=5e-3)
    assert npv(INVEST_TO_SAVE, GREEN_BOOK.at("0.06")) < npv(INVEST_TO_SAVE, GREEN_BOOK)


def test_story_a_meals() -> None:
    inside, outside = lm3(24_000, 19_200, 8_400), lm3(24_000, 6_000, 1_800)
    assert (inside, outside) == (Fraction("2.15"), Fraction("1.325"))
    assert (inside - outside) * 24_000 == 19_800


def test_a_plan_that_needs_money_again_pays_back_when_it_is_over_for_good() -> None:
    assert payback([-100, 150, -100, 100]) == Fraction(5, 2)
    assert payback([-100, 50]) is None
    assert payback([0, 5]) == 0
    assert payback([]) is None


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=40))
def test_without_a_rate_the_present_value_is_the_sum(flows: list[int]) -> None:
    assert npv(flows, GREEN_BOOK.at(0)) == sum(flows)


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=8))
def test_after_the_payback_the_sum_stays_above_nothing(flows: list[int]) -> None:
    years = payback(flows)
    sums = [sum(flows[: year + 1]) for year in range(len(flows))]
    if years is None:
        assert sums[-1] < 0
    else:
        assert all(so_far >= 0 for year, so_far in enumerate(sums) if year >= years)


def test_the_setting_of_the_day_is_taken_and_its_age_is_said() -> None:
    later = Discounting("next", date(2027, 4, 1), None, "made up", GREEN_BOOK.steps)
    both = [later, GREEN_BOOK]
    assert in_force(date(2026, 1, 1), both) == (GREEN_BOOK, False)
    assert in_force(date(2026, 8, 1), both) == (GREEN_BOOK, True)
    assert in_force(date(2027, 4, 1), both) == (later, False)
    with pytest.raises(BadInput, match="no-setting-on-day"):
        in_force(date(1999, 1, 1), both)


def test_prices_of_another_year_need_an_index_of_both() -> None:
    assert in_prices_of("15400", 2023, 2019, {2019: 100, 2023: "118.46"}) == pytest.approx(
        13_000, abs=5
    )
    with pytest.raises(BadInput, match="no-deflator-for-year"):
        in_prices_of(1, 2023, 2019, {2023: 100})


@pytest.mark.parametrize("rounds", [(0, 0, 0), (10, 11, 1), (10, 5, 6), (10, 5, -1)])
def test_money_does_not_grow_by_being_spent(rounds: tuple[int, int, int]) -> None:
    with pytest.raises(BadInput):
        lm3(*rounds)


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans(), st.fractions(0, 1)), max_size=6))
def test_what_is_spent_and_what_leaks_is_all_that_came_in(
    lines: list[tuple[int, bool, Fraction]],
) -> None:
    spending = [
        Spending(str(n), Fraction(a), loc, again) for n, (a, loc, again) in enumerate(lines)
    ]
    found = multiplier(1000, spending)
    assert 1 <= found.value <= 3
    assert sum(amount for _, amount in found.leaks) + found.rounds[2] == 1000


@pytest.mark.parametrize("value", ["", "nan", "inf", "1e999999999", "12a", "1,5"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(BadInput, match="not-a-number"):
        exact(value)
