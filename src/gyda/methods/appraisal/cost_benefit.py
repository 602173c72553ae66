"""Cost-benefit analysis as public bodies do it: by agency, with what hope adds taken off again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gyda.methods.appraisal.cash import npv, payback
from gyda.methods.appraisal.discount import Discounting
from gyda.methods.appraisal.exact import exact
from gyda.methods.errors import BadInput

KINDS = ("fiscal", "economic", "social")


@dataclass(frozen=True)
class OptimismBias:
    """By how much benefits are cut and costs raised for each grade of confidence, 1 the surest."""

    name: str
    since: date
    source: str
    shares: tuple[Fraction, ...]

    def share(self, confidence: int) -> Fraction:
        if not 1 <= confidence <= len(self.shares):
            raise BadInput("confidence-grade-unknown", grade=confidence, grades=len(self.shares))
        return self.shares[confidence - 1]


# General knowledge of the method, not read in its source: confirm before quoting it as theirs.
GMCA_2014 = OptimismBias(
    "Greater Manchester 2014",
    since=date(2014, 4, 1),
    source="HM Treasury and New Economy, Supporting public service transformation (2014)",
    shares=tuple(Fraction(percent, 100) for percent in (0, 5, 10, 15, 25, 40)),
)


@dataclass(frozen=True)
class Cost:
    """What is spent in each year, and how sure that is."""

    name: str
    agency: str
    by_year: tuple[Fraction, ...]
    confidence: int


@dataclass(frozen=True)
class Benefit:
    """What people's changed lives save or are worth, to whom, and how much of it is cash.

    Shares of one: `engaged` of those in need take part, `retained` stay, `impact` of them change,
    `deadweight` would have changed anyway; `cashable` of a fiscal benefit can leave a budget.
    """

    name: str
    agency: str
    kind: str  # fiscal, economic or social
    population: Fraction
    engaged: Fraction
    retained: Fraction
    impact: Fraction
    deadweight: Fraction
    unit_value: Fraction
    confidence: int
    starts: int
    years: int
    cashable: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise BadInput("kind-unknown", name=self.name, kind=self.kind)
        if self.years < 1 or self.starts < 0:
            raise BadInput("years-not-positive", name=self.name, years=self.years)
        for name in ("engaged", "retained", "impact", "deadweight", "cashable"):
            share = getattr(self, name)
            if not 0 <= share <= 1:
                raise BadInput("share-out-of-range", name=name, low=str(share), high=str(share))

    @property
    def yearly(self) -> Fraction:
        """Population × engaged × retained × impact × (1 - deadweight) × unit value."""
        reached = self.population * self.engaged * self.retained * self.impact
        return reached * (1 - self.deadweight) * self.unit_value


@dataclass(frozen=True)
class CostBenefit:
    """All in present values: costs, benefits by kind and by agency, and the four figures."""

    costs: Fraction
    by_kind: dict[str, Fraction]
    by_agency: dict[str, Fraction]
    cashable: Fraction
    financial_return: Fraction  # fiscal benefits / costs
    payback: Fraction | None  # years, from fiscal benefits alone, discounted
    net_present_public_value: Fraction
    benefit_cost_ratio: Fraction


def cost_benefit(
    costs: Sequence[Cost],
    benefits: Sequence[Benefit],
    rates: Discounting,
    bias: OptimismBias,
) -> CostBenefit:
    """Return what a plan costs and brings, with optimism bias by confidence grade.

    Source: the Greater Manchester method, a supplement to the Green Book since 2014. Unpaid hours
    are no fiscal benefit: leave them out. Raises BadInput `nothing-spent` and those of its parts.
    """
    spent = _added([_raised(cost, bias) for cost in costs])
    total = npv(spent, rates)
    if total <= 0:
        raise BadInput("nothing-spent")
    worth = [(benefit, npv(_cut(benefit, bias), rates)) for benefit in benefits]
    fiscal = _added([_cut(benefit, bias) for benefit in benefits if benefit.kind == "fiscal"])
    brought = sum((pounds for _, pounds in worth), Fraction(0))
    by_kind = {kind: _where(worth, "kind", kind) for kind in KINDS}
    agencies = sorted({benefit.agency for benefit in benefits})
    return CostBenefit(
        costs=total,
        by_kind=by_kind,
        by_agency={agency: _where(worth, "agency", agency) for agency in agencies},
        cashable=sum((w * b.cashable for b, w in worth if b.kind == "fiscal"), Fraction(0)),
        financial_return=by_kind["fiscal"] / total,
        payback=payback(_added([fiscal, [-x for x in spent]]), rates),
        net_present_public_value=brought - total,
        benefit_cost_ratio=brought / total,
    )


def _raised(cost: Cost, bias: OptimismBias) -> list[Fraction]:
    return [exact(amount) * (1 + bias.share(cost.confidence)) for amount in cost.by_year]


def _cut(benefit: Benefit, bias: OptimismBias) -> list[Fraction]:
    yearly = benefit.yearly * (1 - bias.share(benefit.confidence))
    return [Fraction(0)] * benefit.starts + [yearly] * benefit.years


def _where(worth: Sequence[tuple[Benefit, Fraction]], name: str, wanted: str) -> Fraction:
    found = (pounds for benefit, pounds in worth if getattr(benefit, name) == wanted)
    return sum(found, Fraction(0))


def _added(flows: Iterable[Sequence[Fraction]]) -> list[Fraction]:
    rows = list(flows)
    years = max((len(row) for row in rows), default=0)
    return [sum((row[t] for row in rows if t < len(row)), Fraction(0)) for t in range(years)]
