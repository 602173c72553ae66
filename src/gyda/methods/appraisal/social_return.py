"""Social return on investment: what changes are worth beside what they cost, always as a range."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from gyda.methods.appraisal.discount import Discounting
from gyda.methods.appraisal.exact import Number, Range, exact, ranged, share_of_one
from gyda.methods.errors import BadInput

NOTHING = ranged(0)


@dataclass(frozen=True)
class Outcome:
    """A change for people: how many, what one is worth a year, and what of it is not ours.

    Shares of one: `deadweight` would have happened anyway, `attribution` is owed to others,
    `displacement` was lost elsewhere, `drop_off` is lost from year to year. It lasts `years` years,
    the first of them year `starts` of the plan (0: the year of the investment).
    """

    name: str
    quantity: Range
    proxy: Range
    deadweight: Range = NOTHING
    attribution: Range = NOTHING
    displacement: Range = NOTHING
    drop_off: Range = NOTHING
    years: int = 1
    starts: int = 0
    source: str = ""

    def __post_init__(self) -> None:
        for name in ("deadweight", "attribution", "displacement", "drop_off"):
            share_of_one(name, getattr(self, name))
        if self.years < 1 or self.starts < 0:
            raise BadInput("years-not-positive", name=self.name, years=self.years)
        if self.quantity.low < 0:
            raise BadInput("quantity-negative", name=self.name)


@dataclass(frozen=True)
class SocialReturn:
    """The ratio as low, central and high; what each outcome is worth today; what to beware of."""

    ratio: Range
    invested: Fraction
    worth: dict[str, Range]
    warnings: tuple[str, ...] = field(default=())


def social_return(
    outcomes: Sequence[Outcome], inputs: Sequence[Number], rates: Discounting
) -> SocialReturn:
    """Return Σ present value of outcomes / Σ present value of inputs (by year, year 0 first).

    Impact = quantity × proxy × (1 - deadweight) × (1 - attribution) × (1 - displacement), in its
    n-th year × (1 - drop-off)^(n - 1). Low takes every low quantity and proxy and every high
    deduction, high the reverse. Source: A Guide to Social Return on Investment (2012).
    Warnings: `nothing-deducted`, `one-outcome-dominates` (more than half), `no-source`.
    Raises BadInput `no-range` when not a single assumption has one: a ratio without a range says
    more than anybody knows; `nothing-invested`, `outcome-twice`.

    >>> from gyda.methods.appraisal.discount import GREEN_BOOK
    >>> friends = Outcome("friends", ranged(20), ranged(100, 150, 200), ranged("0.25"))
    >>> found = social_return([friends], [1500], GREEN_BOOK)
    >>> [float(end) for end in (found.ratio.low, found.ratio.central, found.ratio.high)]
    [1.0, 1.5, 2.0]
    """
    invested = sum((exact(x) * rates.factor(t) for t, x in enumerate(inputs)), Fraction(0))
    if invested <= 0:
        raise BadInput("nothing-invested")
    worth = {outcome.name: _worth(outcome, rates) for outcome in outcomes}
    if len(worth) < len(outcomes):
        raise BadInput("outcome-twice")
    total = _sum(list(worth.values()))
    if total.certain:
        raise BadInput("no-range", outcomes=len(outcomes))
    ratio = Range(*(end / invested for end in (total.low, total.central, total.high)))
    return SocialReturn(ratio, invested, worth, tuple(_warnings(outcomes, worth, total)))


def _worth(outcome: Outcome, rates: Discounting) -> Range:
    left = [outcome.deadweight, outcome.attribution, outcome.displacement]
    shares = [share.turned() for share in left]
    keeps = outcome.drop_off.turned()
    ends = []
    for end in ("low", "central", "high"):
        yearly = getattr(outcome.quantity, end) * getattr(outcome.proxy, end)
        for share in shares:
            yearly *= getattr(share, end)
        kept = getattr(keeps, end)
        years = range(outcome.years)
        ends.append(
            sum((yearly * kept**n * rates.factor(outcome.starts + n) for n in years), Fraction(0))
        )
    return Range(*ends)


def _sum(ranges: Sequence[Range]) -> Range:
    ends = ("low", "central", "high")
    return Range(*(sum((getattr(one, end) for one in ranges), Fraction(0)) for end in ends))


def _warnings(outcomes: Sequence[Outcome], worth: dict[str, Range], total: Range) -> list[str]:
    deductions = ("deadweight", "attribution", "displacement")
    found = {
        "nothing-deducted": any(
            all(getattr(one, name).high == 0 for name in deductions) for one in outcomes
        ),
        "one-outcome-dominates": len(worth) > 1
        and any(2 * one.central > total.central for one in worth.values()),
        "no-source": any(not one.source for one in outcomes),
    }
    return [code for code, holds in found.items() if holds]
