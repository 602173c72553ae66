"""Cash flows year by year: what they are worth today, and when a plan has paid for itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

from gyda.methods.appraisal.discount import Discounting
from gyda.methods.appraisal.exact import Number, exact
from gyda.methods.errors import BadInput


def present_values(flows: Sequence[Number], rates: Discounting | None) -> list[Fraction]:
    """Return each year's flow at its worth today, year 0 first; without rates as it stands."""
    amounts = [exact(flow) for flow in flows]
    if rates is None:
        return amounts
    return [amount * rates.factor(year) for year, amount in enumerate(amounts)]


def npv(flows: Sequence[Number], rates: Discounting) -> Fraction:
    """Return the net present value: Σ CF_t / (1 + r)^t with t = 0 for the first year. Exact.

    Flows are real (prices of one year: see `in_prices_of`) as the rates are. Source: HM Treasury,
    The Green Book. Raises BadInput `not-a-number`, `no-rate-for-year`.

    >>> from gyda.methods.appraisal.discount import GREEN_BOOK
    >>> f"{float(npv([-60_000, 10_000, 22_000, 25_000, 25_000], GREEN_BOOK)):,.2f}"
    '14,533.69'
    """
    return sum(present_values(flows, rates), Fraction(0))


def payback(flows: Sequence[Number], rates: Discounting | None = None) -> Fraction | None:
    """Return the years until the sum of all flows is nought or more for good; None if never.

    Within a year money comes evenly. With rates it is the discounted payback. A plan that falls
    below nought again (a replacement) has not paid for itself before it comes up for the last time.

    >>> from gyda.methods.appraisal.discount import GREEN_BOOK
    >>> flows = [-60_000, 10_000, 22_000, 25_000, 25_000]
    >>> float(payback(flows)), round(float(payback(flows, GREEN_BOOK)), 2)
    (3.12, 3.33)
    """
    amounts = present_values(flows, rates)
    sums = list(accumulate(amounts))
    if not sums or sums[-1] < 0:
        return None
    below = [year for year, so_far in enumerate(sums) if so_far < 0]
    if not below:
        return Fraction(0)
    year = below[-1]
    return year + -sums[year] / amounts[year + 1]


def in_prices_of(
    amount: Number, spent: int, wanted: int, deflator: Mapping[int, Number]
) -> Fraction:
    """Return a nominal amount of one year in the prices of another, by an index such as GDP's.

    Raises BadInput `no-deflator-for-year`.

    >>> float(in_prices_of(110, 2024, 2020, {2020: 100, 2024: 110}))
    100.0
    """
    for year in (spent, wanted):
        if not deflator.get(year):
            raise BadInput("no-deflator-for-year", year=year)
    return exact(amount) * exact(deflator[wanted]) / exact(deflator[spent])
