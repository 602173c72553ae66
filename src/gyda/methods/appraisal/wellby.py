"""Wellbeing in money: a point of life satisfaction for a person and a year, with warnings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.appraisal.discount import Discounting
from gyda.methods.appraisal.exact import Number, Range, exact, ranged
from gyda.methods.errors import BadInput

COMPARISONS = ("randomised", "matched", "before-and-after", "national-average")
WEAK = ("before-and-after", "national-average")


@dataclass(frozen=True)
class WellbyValue:
    """What a WELLBY is worth, in the prices of a year."""

    worth: Range
    prices_of: int
    source: str


# The central value was read in a source; the ends are general knowledge: confirm before quoting.
VALUE_2019 = WellbyValue(
    ranged(10_000, 13_000, 16_000), 2019, "HM Treasury, Wellbeing guidance for appraisal (2021)"
)


@dataclass(frozen=True)
class Wellbeing:
    """WELLBYs, their present value, and what must be said with them."""

    wellbys: Fraction
    worth: Range
    prices_of: int
    warnings: tuple[str, ...]


def wellbeing(
    change: Number,
    people: int,
    *,
    years: int = 1,
    comparison: str,
    rates: Discounting,
    value: WellbyValue = VALUE_2019,
) -> Wellbeing:
    """Return change (points of 0 to 10) × people × years, and its worth at the health rate.

    `comparison` names how the change was told from what would have happened anyway; without one
    there is nothing to value. Warnings: `never-add-to-another-valuation` always;
    `comparison-is-weak` for before-and-after and national averages. Source: HM Treasury,
    Wellbeing guidance for appraisal (2021). Raises BadInput `no-comparison`,
    `change-out-of-range`, `people-not-positive`, `years-not-positive`.

    >>> from gyda.methods.appraisal.discount import GREEN_BOOK_HEALTH
    >>> found = wellbeing("0.2", 1, comparison="matched", rates=GREEN_BOOK_HEALTH)
    >>> int(found.worth.low), int(found.worth.central), int(found.worth.high)
    (2000, 2600, 3200)
    """
    points = exact(change)
    if comparison not in COMPARISONS:
        raise BadInput("no-comparison", comparison=comparison)
    if not -10 <= points <= 10:
        raise BadInput("change-out-of-range", change=str(change))
    if people < 1:
        raise BadInput("people-not-positive", people=people)
    if years < 1:
        raise BadInput("years-not-positive", name="", years=years)
    discounted = sum((rates.factor(year) for year in range(years)), Fraction(0))
    today = points * people * discounted
    ends = sorted(today * end for end in (value.worth.low, value.worth.high))
    warnings = ("never-add-to-another-valuation",) + ("comparison-is-weak",) * (comparison in WEAK)
    worth = Range(ends[0], today * value.worth.central, ends[1])
    return Wellbeing(points * people * years, worth, value.prices_of, warnings)
