"""What supporters of projects would pay at a given price: all at once in floats, or one exactly."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from gyda.methods.budgets import kernel
from gyda.methods.budgets.profile import Floats, Profile
from gyda.methods.budgets.purses import NEAR, Purses

TINY = 1e-300  # instead of dividing by nothing
Moments = Sequence[tuple[Purses, Fraction | None]]


class Contributions:
    """The supporters of some projects, laid end to end."""

    def __init__(self, profile: Profile, projects: Sequence[int]) -> None:
        self.voters = np.concatenate([profile.voters[c] for c in projects])
        self.lengths = np.array([len(profile.voters[c]) for c in projects])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.weight = profile.weight[self.voters]
        self.value = np.array([float(profile.value[c]) for c in projects])
        self.cost = np.array([float(profile.cost[c]) for c in projects])
        self.by_cost = profile.value is profile.cost
        points = profile.points
        self.points = np.concatenate([points[c] for c in projects]) if points else None
        ends = np.append(self.starts, len(self.voters))
        units = b"" if self.points is None else self.points.astype(float)
        self.supporters = (ends, self.voters.astype(np.int32), units, profile.weight)

    def at(self, purses: Purses, price: Fraction | None) -> Floats:
        """Return what each project's supporters pay at a price per unit of utility; None: all."""
        if kernel.compiled is not None:
            levels = np.full(len(self.cost), np.inf) if price is None else float(price) * self.value
            return kernel.paid(self.supporters, purses.approx[purses.of], levels)
        each = self._each(purses)
        if price is None:
            return self._sums(self.weight * each)
        return self._paid(each, float(price) * self.value)

    def _each(self, purses: Purses) -> Floats:
        each: Floats = purses.approx[purses.of][self.voters]
        return each

    def _paid(self, each: Floats, level: Floats) -> Floats:
        caps = np.repeat(level, self.lengths)
        if self.points is not None:
            caps = caps * self.points
        return self._sums(self.weight * np.minimum(each, caps))

    def _sums(self, each: Floats) -> Floats:
        sums: Floats = np.add.reduceat(each, self.starts)
        return sums

    def winning_costs(self, moments: Moments) -> Floats:
        """Return the highest cost at which each project would have won at one of the moments.

        With utilities that grow with the cost the level does too: the highest cost c at which
        supporters pay c is approached from above, by Newton's steps on a concave function.
        """
        best: Floats = self.at(moments[-1][0], None)
        for purses, price in moments[:-1]:
            each = self._each(purses)
            assert price is not None
            if not self.by_cost:
                best = np.maximum(best, self._paid(each, float(price) * self.value))
                continue
            better = self._paid(each, float(price) * best) > best * (1 + NEAR)
            if better.any():
                best = np.where(better, self._fixed(each, float(price), best), best)
        most: Floats = np.minimum(best, self.cost)
        return most

    def _fixed(self, each: Floats, price: float, best: Floats) -> Floats:
        """Step down from the full cost to where supporters just pay it; stay if not sure."""
        high = self.cost
        for _ in range(100):
            caps = np.repeat(price * high, self.lengths)
            caps = caps if self.points is None else caps * self.points
            rich = np.where(each >= caps, self.weight * caps, self.weight * each)
            slope = self._sums(np.where(each >= caps, rich, 0.0)) / np.maximum(high, TINY) - 1
            over = self._sums(rich) - high
            step = np.where((over < 0) & (slope < 0), over / np.minimum(slope, -TINY), 0.0)
            if (step <= high * 1e-13).all():
                break
            high = np.maximum(high - step, best)
        sure = self._paid(each, price * high * (1 - NEAR)) >= high * (1 - NEAR)
        return np.where(sure, np.maximum(best, high * (1 - NEAR)), best)


def exactly_at(profile: Profile, purses: Purses, c: int, price: Fraction | None) -> Fraction:
    """Return exactly what the supporters of a project pay at a price per unit of utility."""
    items = purses.items(c)
    if price is None:
        return Fraction(purses.money(items), purses.per)
    level = price * profile.value[c]
    poor = items.each < float(level) * (1 - NEAR)
    for j in np.flatnonzero(~poor & (items.each < float(level) * (1 + NEAR))).tolist():
        poor[j] = purses.left(int(items.kind[j])) < level * int(items.points[j])
    rich = int((items.weight * items.points)[~poor].sum())
    return Fraction(purses.pooled(items, poor), purses.per) + level * rich
