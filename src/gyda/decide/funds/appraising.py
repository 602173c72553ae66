"""What a bid is worth: its cash year by year, discounted by the setting in force on its day."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from gyda.decide.funds.models import Bid, BidLine, LineKind, RateSetting
from gyda.methods.appraisal import (
    GREEN_BOOK,
    Discounting,
    Step,
    in_force,
    npv,
    payback,
    present_values,
)

OF_ONE = 10_000  # rates are kept in hundredths of a per cent


@dataclass(frozen=True)
class Year:
    """One year of the sum, in pence."""

    year: int
    calendar: int
    flow: int
    factor: float
    worth: int
    so_far: int


@dataclass(frozen=True)
class Appraisal:
    """The figures and the setting they were worked out with."""

    setting: Discounting
    is_overdue: bool  # the setting was to be looked at again before the day
    rate: Fraction  # per cent, in the first years
    years: list[Year]
    npv: int
    payback: float | None
    payback_discounted: float | None
    second_rate: Fraction  # per cent
    second_npv: int
    second_payback: float | None
    not_cash: int  # what is saved without freeing cash: beside the sum, never in it

    @property
    def rate_shown(self) -> str:
        """Return the rate as people write it: 3.5."""
        return f"{float(self.rate):g}"

    @property
    def second_rate_shown(self) -> str:
        return f"{float(self.second_rate):g}"


def settings() -> list[Discounting]:
    """Return the rates this hub may use: the Green Book's as we know them, and its own."""
    return [GREEN_BOOK, *(as_discounting(row) for row in RateSetting.objects.order_by("since_on"))]


def as_discounting(row: RateSetting) -> Discounting:
    """Return a hub's own setting in the words of the method."""
    steps = (
        Step(0, 30, Fraction(row.to_year_30, OF_ONE)),
        Step(31, 75, Fraction(row.to_year_75, OF_ONE)),
        Step(76, None, Fraction(row.later, OF_ONE)),
    )
    return Discounting(row.name, row.since_on, row.review_on, row.source, steps)


def appraise(
    bid: Bid, lines: Sequence[BidLine], day: datetime.date, known: Iterable[Discounting]
) -> Appraisal:
    """Return what a bid is worth by the setting that was in force on a day."""
    rates, is_overdue = in_force(day, known)
    flows = cash(lines)
    second = rates.at(Fraction(bid.second_rate, OF_ONE))
    return Appraisal(
        setting=rates,
        is_overdue=is_overdue,
        rate=rates.rate(1) * 100,
        years=_years(bid, flows, rates),
        npv=round(npv(flows, rates)),
        payback=_number(payback(flows)),
        payback_discounted=_number(payback(flows, rates)),
        second_rate=Fraction(bid.second_rate, 100),
        second_npv=round(npv(flows, second)),
        second_payback=_number(payback(flows, second)),
        not_cash=sum(_in_all(line) for line in lines if not _counts(line)),
    )


def cash(lines: Iterable[BidLine]) -> list[int]:
    """Return the pence of each year: costs below nothing, savings that free cash above.

    A saving that frees no cash counts for nothing here, however well meant.
    """
    sums: dict[int, int] = {}
    for line in lines:
        sign = 1 if line.kind == LineKind.SAVING else -1
        for year in line.years.all() if _counts(line) else ():
            sums[year.year] = sums.get(year.year, 0) + sign * year.pence
    return [sums.get(year, 0) for year in range(max(sums, default=-1) + 1)]


def invested(lines: Iterable[BidLine]) -> int:
    """Return what the first year costs, less what it saves: what the bid asks for."""
    flows = cash(lines)
    return max(-flows[0], 0) if flows else 0


def _counts(line: BidLine) -> bool:
    return line.is_cash or line.kind != LineKind.SAVING


def _in_all(line: BidLine) -> int:
    return sum(year.pence for year in line.years.all())


def _years(bid: Bid, flows: Sequence[int], rates: Discounting) -> list[Year]:
    worths = present_values(flows, rates)
    rows = zip(flows, worths, accumulate(worths), strict=True)
    return [
        Year(
            year=year,
            calendar=bid.first_year + year,
            flow=flow,
            factor=float(rates.factor(year)),
            worth=round(worth),
            so_far=round(so_far),
        )
        for year, (flow, worth, so_far) in enumerate(rows)
    ]


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
