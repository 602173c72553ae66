"""What supporters of projects would pay at a given price: all at once in floats, or one exactly."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from gyda.methods.budgets.profile import Floats, Profile
from gyda.methods.budgets.purses import NEAR, Purses

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

    def at(self, purses: Purses, price: Fraction | None) -> Floats:
        """Return what each project's supporters pay at a price per unit of utility; None: all."""
        each = self._each(purses)
        if price is None:
            return np.add.reduceat(self.weight * each, self.starts)
        return self._paid(each, float(price) * self.value)

    def _each(self, purses: Purses) -> Floats:
        return purses.approx[purses.of][self.voters]

    def _paid(self, each: Floats, level: Floats) -> Floats:
        caps = np.repeat(level, self.lengths)
        if self.points is not None:
            caps = caps * self.points
        return np.add.reduceat(self.weight * np.minimum(each, caps), self.starts)

    def winning_costs(self, moments: Moments) -> Floats:
        """Return the highest cost at which each project would have won at one of the moments.

        With utilities that grow with the cost the level does too: the highest cost c at which
        supporters pay c is approached from above, by Newton's steps on a concave function.
        """
        best = self.at(moments[-1][0], None)
        for purses, price in moments[:-1]:
            each = self._each(purses)
            assert price is not None
            if not self.by_cost:
                best = np.maximum(best, self._paid(each, float(price) * self.value))
                continue
            better = self._paid(each, float(price) * best) > best * (1 + NEAR)
            if better.any():
                best = np.where(better, self._fixed(each, float(price), best), best)
        return np.minimum(best, self.cost)

    def _fixed(self, each: Floats, price: float, best: Floats) -> Floats:
        high = self.cost
        for _ in range(60):
            paid = self._paid(each, price * high)
            lower = np.maximum(best, np.minimum(paid, high))
            if (lower >= high * (1 - NEAR)).all():
                break
            high = lower
        return np.maximum(best, high * (1 - NEAR))


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
