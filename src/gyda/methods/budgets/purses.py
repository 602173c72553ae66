"""What every ballot has left, exactly: ballots with the same money form one class."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.profile import Floats, Ints, Profile

NEAR = 1e-9  # relative; floats of this module are each right to 2e-16, sums of them to 1e-10


@dataclass(frozen=True)
class Level:
    """The water level of a project: each supporter pays the lesser of level * points and all.

    `over / (per * under)` is the level, exactly, where `per` is the purses' denominator.
    """

    project: int
    over: int
    under: int
    items: "Items"
    poor: NDArray[np.bool_]


@dataclass(frozen=True)
class Items:
    """The supporters of one project by class and points: class, points, weight, purse/points."""

    kind: Ints
    points: Ints
    weight: Ints
    each: Floats
    item: Ints  # of each supporter


class Purses:
    """Exact money per class as whole numbers over one denominator; class 0 has nothing left."""

    def __init__(self, profile: Profile, share: Fraction) -> None:
        self.profile = profile
        self.of = np.ones(len(profile.weight), np.int32)
        self.units = [0, share.numerator]
        self.wait = 1000  # classes before it is worth looking for empty ones
        self.per = share.denominator
        self.approx = np.array([0.0, share.numerator / share.denominator])

    def copy(self) -> "Purses":
        """Return a copy that goes its own way."""
        twin = object.__new__(Purses)
        twin.__dict__ = {**self.__dict__, "of": self.of.copy(), "units": self.units}
        return twin

    def items(self, c: int) -> Items:
        """Group the supporters of a project by class and points."""
        voters = self.profile.voters[c]
        kind, weight = self.of[voters].astype(np.int64), self.profile.weight[voters]
        if self.profile.points is None:
            sums = np.bincount(kind, weight, len(self.units))
            kinds = np.flatnonzero(sums)
            place = np.zeros(len(self.units), np.int64)
            place[kinds] = np.arange(len(kinds))
            ones = np.ones(len(kinds), np.int64)
            return Items(kinds, ones, _whole(sums[kinds]), self.approx[kinds], place[kind])
        given = self.profile.points[c]
        most = int(given.max()) + 1
        both, item = np.unique(kind * most + given, return_inverse=True)
        kinds, points = both // most, both % most
        sums = np.bincount(item, weight)
        return Items(kinds, points, _whole(sums), self.approx[kinds] / points, item)

    def money(self, items: Items) -> int:
        """Return what these supporters have left together, in units of 1/per."""
        return self.pooled(items, np.ones(len(items.kind), bool))

    def pooled(self, items: Items, some: NDArray[np.bool_]) -> int:
        """Return what some of these supporters have left together, in units of 1/per."""
        units = [self.units[k] for k in items.kind[some].tolist()]
        return sum(map(mul, items.weight[some].tolist(), units))

    def level(self, c: int, guess: float | None = None) -> Level | None:
        """Return the exact level at which supporters meet the cost; None if they cannot.

        guess: a float that is at most `NEAR` above it, if one is known.
        """
        items = self.items(c)
        target = self.profile.cost[c] * self.per
        if self.money(items) < target:
            return None
        if guess is None:
            units = (items.weight * items.points).astype(float)
            guess = _newton(items.each, units, float(self.profile.cost[c]), 0.0)
        guess = min(guess, float(items.each.max()))
        poor = items.each < guess * (1 - NEAR)
        while True:  # the level only rises as those below it are found
            over = target - self.pooled(items, poor)
            under = int((items.weight * items.points)[~poor].sum())
            near = np.flatnonzero(~poor & (items.each < over / (self.per * under) * (1 + NEAR)))
            below = [j for j in near.tolist() if self._below(items, j, over, under)]
            if not below:
                return Level(c, over, under, items, poor)
            poor[below] = True

    def _below(self, items: Items, j: int, over: int, under: int) -> bool:
        return self.units[int(items.kind[j])] * under < over * int(items.points[j])

    def pay(self, level: Level) -> None:
        """Let the supporters pay for the project of this level."""
        shared = gcd(level.over, level.under)
        over, under = level.over // shared, level.under // shared
        items, rich = level.items, ~level.poor
        kinds, points = items.kind[rich].tolist(), items.points[rich].tolist()
        left = [self.units[k] * under - over * p for k, p in zip(kinds, points, strict=True)]
        self.per *= under
        self.units = [one * under for one in self.units] if under > 1 else list(self.units)
        new = np.zeros(len(items.kind), np.int32)
        new[rich] = np.where([one > 0 for one in left], len(self.units) + np.arange(len(left)), 0)
        self.units += left
        self.approx = np.concatenate([self.approx, [one / self.per for one in left]])
        self.of[self.profile.voters[level.project]] = new[items.item]
        self._tidy()

    def _tidy(self) -> None:
        """Forget classes that no ballot is in, once they may be half of all."""
        if len(self.units) < self.wait:
            return
        used = np.bincount(self.of, minlength=len(self.units)) > 0
        used[0] = True
        if 2 * int(used.sum()) < len(self.units):
            self.units = [one for one, kept in zip(self.units, used.tolist(), strict=True) if kept]
            self.approx = self.approx[used]
            self.of = (np.cumsum(used, dtype=np.int32) - 1)[self.of]
        self.wait = 2 * len(self.units)

    def left(self, k: int) -> Fraction:
        """Return what the ballots of a class have left, per weight of 1."""
        return Fraction(self.units[k], self.per)


def _whole(sums: NDArray[Any]) -> Ints:
    return sums.astype(np.int64)


def bounds(each: Floats, weight: Floats, cost: float, start: float) -> tuple[float, float]:
    """Return floats below and above the level, by Newton's method; infinite: not affordable.

    `each`: purse over points per supporter, `weight`: weight times points, shape (supporters,).
    The sum that supporters pay at a level is concave in it, so steps from below never pass the
    root, and there are no more of them than kinks on the way.
    """
    total = float(weight @ each)
    if total < cost * (1 - NEAR):
        return np.inf, np.inf
    low = _newton(each, weight, cost * (1 - 2 * NEAR), start)
    if total < cost * (1 + 3 * NEAR):
        return low * (1 - NEAR), np.inf
    return low * (1 - NEAR), _newton(each, weight, cost * (1 + 2 * NEAR), low) * (1 + NEAR)


def _newton(each: Floats, weight: Floats, cost: float, level: float) -> float:
    while True:
        rich = each > level
        under = float(weight @ rich)
        step = (cost - float(weight @ np.minimum(each, level))) / under if under else 0.0
        if step <= level * 1e-13:
            return level
        level += step
