"""The ballots turned round: per project, who supports it and with how much, in whole numbers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.scores import ballot_points
from gyda.methods.errors import BadInput

UTILITIES = ("cost", "count", "points", "points-cost")
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
LARGEST = 2**52  # whole numbers up to here are exact as floats too


@dataclass(frozen=True)
class Profile:
    """Merged ballots by project. All numbers are whole: `scale` internal units are one of money.

    voters[c]: which ballots support c, shape (supporters of c,). weight: of each ballot,
    shape (ballots,). points[c]: what each of these gives to c (None: 1 each).
    value[c]: what one point of c is worth, so that ballot i has utility points * value.
    cost[c], budget: in units that weights multiply; divide by `scale * weighed` for money.
    """

    voters: list[NDArray[np.int32]]
    weight: Floats
    points: list[Ints] | None
    value: list[int]
    cost: list[int]
    budget: int
    scale: int
    weighed: int

    @property
    def electorate(self) -> int:
        """Return the sum of the weights, in whole numbers."""
        return int(self.weight.sum())

    def share(self) -> Fraction:
        """Return an equal share of the budget per weight of 1, in internal units."""
        return Fraction(self.budget, self.electorate)

    def money(self, units: Fraction | int) -> Fraction:
        """Return what a purse of so many internal units is in money."""
        return Fraction(units) / self.scale

    def supported(self) -> list[int]:
        """Return the projects that anyone at all supports."""
        return [c for c, voters in enumerate(self.voters) if len(voters)]


def profile_of(election: Election, utility: str = "cost") -> Profile:
    """Prepare an election for counting with one of the utilities.

    cost: a voter values a supported project by its cost. count: each counts 1. points: by the
    points (or Borda points) given. points-cost: by points times cost. Raises `BadInput`.
    """
    if utility not in UTILITIES:
        raise BadInput("unknown-utility", utility=utility, known=", ".join(UTILITIES))
    if not election.voters:
        raise BadInput("no-ballots")
    costs = [one.cost for one in election.projects]
    scale = lcm(*(c.denominator for c in costs), election.budget.denominator)
    weights = election.ballots.weights
    weighed = lcm(*{w.denominator for w in weights})
    weight = [w.numerator * (weighed // w.denominator) for w in weights]
    if sum(weight) > LARGEST:
        raise BadInput("weights-too-fine")
    cost = [int(c * scale) * weighed for c in costs]
    voters, order = _turned(election)
    points = _points(election, utility, order)
    if points is not None:
        voters, points = _positive(voters, points)
    value = cost if utility in ("cost", "points-cost") else [1] * len(cost)
    budget = int(election.budget * scale) * weighed
    return Profile(voters, np.array(weight, float), points, value, cost, budget, scale, weighed)


def _turned(election: Election) -> tuple[list[NDArray[np.int32]], Ints]:
    """Sort all (ballot, project) pairs by project."""
    rows = election.ballots.rows
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    chosen = _flat(rows, int(lengths.sum()), np.int32)
    order = np.argsort(chosen, kind="stable")
    ballot = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)[order]
    ends = np.cumsum(np.bincount(chosen, minlength=len(election.projects)))[:-1]
    return np.split(ballot, ends), order


def _flat(rows: Iterable[Sequence[Any]], total: int, kind: type) -> NDArray[Any]:
    return np.fromiter(chain.from_iterable(rows), kind, total)


def _points(election: Election, utility: str, order: Ints) -> list[Ints] | None:
    given = ballot_points(election)
    if given is None or not utility.startswith("points"):
        return None
    numbers = [Fraction(p) for row in given for p in row]
    scale = lcm(*{p.denominator for p in numbers})
    flat = np.array([int(p * scale) for p in numbers], np.int64)[order]
    chosen = _flat(election.ballots.rows, len(numbers), np.int32)
    ends = np.cumsum(np.bincount(chosen, minlength=len(election.projects)))[:-1]
    return np.split(flat, ends)


def _positive(
    voters: list[NDArray[np.int32]], points: list[Ints]
) -> tuple[list[NDArray[np.int32]], list[Ints]]:
    """Leave out those who gave nothing, or less: they do not pay."""
    keep = [given > 0 for given in points]
    stay = [v[k] for v, k in zip(voters, keep, strict=True)]
    return stay, [p[k] for p, k in zip(points, keep, strict=True)]
