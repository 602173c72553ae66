"""The share of each group among those who take part, beside its share of the population."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gyda.methods.errors import BadInput
from gyda.methods.representativeness import indices
from gyda.methods.representativeness.intervals import wilson

Number = int | float | Decimal | Fraction


@dataclass(frozen=True)
class Group:
    """A group: how many take part, share s_g, the population's p_g, and R_g = s_g / p_g.

    `low` and `high` are Wilson's interval of the share; a ratio of 1 is as many as expected.
    """

    name: str
    taking_part: int
    share: Fraction
    population: Fraction
    ratio: Fraction | None  # None when nobody of the group lives here
    low: float
    high: float


@dataclass(frozen=True)
class Representation:
    """How well those who take part stand for the population; shares are shares of one."""

    people: int
    groups: tuple[Group, ...]
    dissimilarity: Fraction
    by_lot: float  # the dissimilarity that chance alone would give on average
    theil: float
    chi_squared: float
    degrees: int
    p_value: float
    trusted: bool  # whether there are enough people for the p-value


def representation(
    taking_part: Mapping[str, int],
    population: Mapping[str, Number],
    *,
    confidence: float = 0.95,
) -> Representation:
    """Compare counts of people with a population, given in people or in shares of any total.

    Every group of the population is shown, in its order. Raises BadInput: `nobody-took-part`,
    `count-not-whole`, `population-not-positive`, `group-not-in-population`.

    >>> found = representation({"north": 3, "south": 1}, {"north": 500, "south": 500})
    >>> [(group.name, str(group.ratio)) for group in found.groups], str(found.dissimilarity)
    ([('north', '3/2'), ('south', '1/2')], '1/4')
    """
    counts, shares = _counts(taking_part, population), _shares(population)
    values, people = list(shares.values()), sum(counts.values())
    if people == 0:
        raise BadInput("nobody-took-part")
    numbers = list(counts.values())
    statistic, degrees, p_value, trusted = indices.chi_squared(numbers, values)
    return Representation(
        people=people,
        groups=tuple(
            _group(name, counts[name], people, shares[name], confidence) for name in shares
        ),
        dissimilarity=indices.dissimilarity(numbers, values),
        by_lot=indices.dissimilarity_by_lot(people, values),
        theil=indices.theil(numbers, values),
        chi_squared=statistic,
        degrees=degrees,
        p_value=p_value,
        trusted=trusted,
    )


def _group(name: str, count: int, people: int, p: Fraction, confidence: float) -> Group:
    low, high = wilson(count, people, confidence)
    share = Fraction(count, people)
    return Group(name, count, share, p, share / p if p else None, low, high)


def _counts(taking_part: Mapping[str, int], population: Mapping[str, Number]) -> dict[str, int]:
    for name, count in taking_part.items():
        if not isinstance(count, int) or count < 0:
            raise BadInput("count-not-whole", group=name, count=count)
        if count and not population.get(name):
            raise BadInput("group-not-in-population", group=name, count=count)
    return {name: taking_part.get(name, 0) for name in population}


def _shares(population: Mapping[str, Number]) -> dict[str, Fraction]:
    for name, size in population.items():
        if not 0 <= size < float("inf"):  # also not a number
            raise BadInput("population-not-positive", group=name, size=size)
    exact = {name: Fraction(str(size)) for name, size in population.items()}
    total = sum(exact.values())
    if not total:
        raise BadInput("population-not-positive", group="", size=0)
    return {name: size / total for name, size in exact.items()}
