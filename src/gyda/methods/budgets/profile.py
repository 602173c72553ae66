"""The ballots turned round: per project, who supports it and with how much, in whole numbers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.model import EXACT, Election
from gyda.methods.budgets.rows import flat
from gyda.methods.budgets.scores import ballot_points
from gyda.methods.errors import BadInput

UTILITIES = ("cost", "count", "points", "points-cost")
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
LARGEST = EXACT


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
    weight, weighed = _weights(election)
    cost = [int(c * scale) * weighed for c in costs]
    voters, order = _turned(election)
    points = _points(election, utility, order)
    if points is not None:
        voters, points = _positive(voters, points)
    value = cost if utility in ("cost", "points-cost") else [1] * len(cost)
    budget = int(election.budget * scale) * weighed
    return Profile(voters, weight, points, value, cost, budget, scale, weighed)


def _weights(election: Election) -> tuple[Floats, int]:
    """Return the weights as whole numbers of some part, and how many of these make one."""
    weights, whole = election.ballots.weights, election.ballots.whole
    if whole is not None:
        return whole, 1
    weighed = lcm(*{w.denominator for w in weights})
    weight = [w.numerator * (weighed // w.denominator) for w in weights]
    if sum(weight) > LARGEST:
        raise BadInput("weights-too-fine")
    return np.array(weight, float), weighed


def _turned(election: Election) -> tuple[list[NDArray[np.int32]], Ints]:
    """Sort all (ballot, project) pairs by project."""
    chosen, lengths = flat(election.ballots.rows)
    order = np.argsort(_narrow(chosen), kind="stable")
    ballot = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
    ends = np.cumsum(np.bincount(chosen, minlength=len(election.projects)))[:-1]
    return np.split(ballot, ends), order


def _narrow(chosen: NDArray[np.int32]) -> NDArray[Any]:
    """Return the same in two bytes each where that is enough: such are sorted by radix."""
    return chosen.astype(np.uint16) if chosen.max(initial=0) < 2**16 else chosen


def _points(election: Election, utility: str, order: Ints) -> list[Ints] | None:
    given = ballot_points(election)
    if given is None or not utility.startswith("points"):
        return None
    numbers = [Fraction(p) for row in given for p in row]
    scale = lcm(*{p.denominator for p in numbers})
    whole = np.array([int(p * scale) for p in numbers], np.int64)[order]
    chosen, _ = flat(election.ballots.rows)
    ends = np.cumsum(np.bincount(chosen, minlength=len(election.projects)))[:-1]
    return np.split(whole, ends)


def _positive(
    voters: list[NDArray[np.int32]], points: list[Ints]
) -> tuple[list[NDArray[np.int32]], list[Ints]]:
    """Leave out those who gave nothing, or less: they do not pay."""
    keep = [given > 0 for given in points]
    stay = [v[k] for v, k in zip(voters, keep, strict=True)]
    return stay, [p[k] for p, k in zip(points, keep, strict=True)]
