"""Equal shares at one endowment, exactly, round by round (Peters, Pierczyński, Skowron 2021)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import Profile
from gyda.methods.budgets.purses import NEAR, Level, Purses, bounds
from gyda.methods.budgets.twins import followers


@dataclass(frozen=True)
class Round:
    """One election of a project, in internal units (`Profile.money` makes money of them).

    level: what each supporter pays per point. price: level / value of a point. in_full: the
    weight of those who paid the level. gave_all: of those who had less and gave it all.
    pooled: what these gave together.
    """

    project: int
    level: Fraction
    price: Fraction
    in_full: int
    gave_all: int
    pooled: Fraction


Waiting = tuple[float, int, int]  # a lower bound of the price, rank, project


@dataclass
class _Known:
    """What is known of a project's price: bounds, and the exact one once it was needed."""

    low: float
    high: float
    worked_out: bool = False
    price: Fraction | None = None


class Count:
    """A count under way: `for one in count` elects; `purses` is what everybody has left.

    In each round every project has the lowest price at which its supporters can pay for it,
    nobody more than they have; the project of the lowest price wins. Prices only rise, so an
    old price is a lower bound and most projects need not be looked at. Floats, each within
    proven bounds, only sort out what cannot win; who wins is decided in whole numbers.
    """

    def __init__(
        self, profile: Profile, share: Fraction, ranks: Sequence[int], permits: Permits
    ) -> None:
        self.profile, self.ranks, self.permits = profile, ranks, permits
        self.purses = Purses(profile, share)
        self.next_twin = followers(profile, ranks)
        behind = set(self.next_twin.values())
        self.queue = [(0.0, ranks[c], c) for c in profile.supported() if c not in behind]
        heapq.heapify(self.queue)
        self.known: dict[int, _Known] = {}
        self.start = [0.0] * len(profile.cost)

    def copy(self, leave_out: int) -> "Count":
        """Return a copy from here on, in which one project does not stand."""
        twin = object.__new__(Count)
        twin.__dict__ = {**self.__dict__, "purses": self.purses.copy(), "start": list(self.start)}
        twin.queue = [one for one in self.queue if one[2] != leave_out]
        if leave_out in self.next_twin:
            after = self.next_twin[leave_out]
            twin.queue.append((0.0, self.ranks[after], after))
        twin.known = dict(self.known)
        twin.permits = self.permits.copy()
        heapq.heapify(twin.queue)
        return twin

    def __iter__(self) -> Iterator[Round]:
        while (level := self.next_level()) is not None:
            yield self.elect(level)

    def next_level(self) -> Level | None:
        """Return the exact level of the project that wins now; None at the end."""
        contenders: list[Waiting] = []
        ceiling = np.inf
        while self.queue and self.queue[0][0] <= ceiling:
            _, rank, c = heapq.heappop(self.queue)
            if not self.permits.may_win(c):
                self._release(c, 0.0)
                continue
            low, high = self._bounds(c)
            if low < np.inf:
                contenders.append((low, rank, c))
                ceiling = min(ceiling, high)
        best = self._cheapest([one for one in contenders if one[0] <= ceiling])
        for one in contenders:
            if best is None or one[2] != best.project:
                heapq.heappush(self.queue, one)
        return best

    def price(self, level: Level) -> Fraction:
        """Return what a level is per unit of utility, exactly."""
        return Fraction(
            level.over, self.purses.per * level.under * self.profile.value[level.project]
        )

    def undercut(self, c: int, price: Fraction) -> bool:
        """Tell whether a project that waits is cheaper than a price of c, or as cheap and first."""
        most = float(price) * (1 + NEAR)
        for low, rank, other in self.queue:
            if low > most or not self.permits.may_win(other) or self._bounds(other)[0] > most:
                continue
            exact = self._exact(other)
            if exact is not None and (exact, rank) < (price, self.ranks[c]):
                return True
        return False

    def level_of(self, c: int) -> Level:
        """Return the exact level of a project that is known to win now."""
        level = self.purses.level(c)
        if level is None:
            raise AssertionError("a project was named that its supporters cannot pay for")
        return level

    def _prices(self, c: int) -> tuple[float, float]:
        profile, purses = self.profile, self.purses
        voters = profile.voters[c]
        kind, weight = purses.of[voters], profile.weight[voters]
        if profile.points is None and 2 * len(purses.units) < len(voters):
            each = purses.approx
            weight = np.bincount(kind, weight, len(purses.units)).astype(float)
        else:
            each = purses.approx[kind]
        if profile.points is not None:
            each, weight = each / profile.points[c], weight * profile.points[c]
        low, high = bounds(each, weight, float(profile.cost[c]), self.start[c])
        self.start[c] = low if low < np.inf else 0.0
        value = float(profile.value[c])
        return low / value * (1 - 1e-15), high / value * (1 + 1e-15)

    def _bounds(self, c: int) -> tuple[float, float]:
        """Return bounds of a price, the old ones while no supporter has paid since."""
        known = self.known.get(c)
        if known is None:
            known = self.known[c] = _Known(*self._prices(c))
        return known.low, known.high

    def _cheapest(self, contenders: list[Waiting]) -> Level | None:
        """Return the level of the lowest exact price, by the order of ties among equals."""
        if len(contenders) == 1 and np.isfinite(self.known[contenders[0][2]].high):
            return self.purses.level(contenders[0][2], self.start[contenders[0][2]])
        prices = [(self._exact(c), rank, c) for _, rank, c in contenders]
        can = [(price, rank, c) for price, rank, c in prices if price is not None]
        if not can:
            return None
        winner = min(can)[2]
        return self.purses.level(winner, self.start[winner])

    def _exact(self, c: int) -> Fraction | None:
        known = self.known[c]
        if not known.worked_out:
            level = self.purses.level(c, self.start[c])
            known.worked_out = True
            if level is not None:
                under = self.purses.per * level.under * self.profile.value[c]
                known.price = Fraction(level.over, under)
        return known.price

    def _release(self, c: int, low: float) -> None:
        """Let the next like project stand."""
        if c in self.next_twin:
            after = self.next_twin[c]
            heapq.heappush(self.queue, (low, self.ranks[after], after))

    def _forget(self, paid: NDArray[np.int32]) -> None:
        """Forget what is known of projects with a supporter among those who paid."""
        touched = np.zeros(len(self.profile.weight), bool)
        touched[paid] = True
        for c in [c for c in self.known if touched[self.profile.voters[c]].any()]:
            del self.known[c]

    def elect(self, level: Level) -> Round:
        """Let the supporters pay, bar what the limits bar, and tell the round."""
        purses, items = self.purses, level.items
        price = Fraction(level.over, purses.per * level.under)
        pooled = Fraction(purses.pooled(items, level.poor), purses.per)
        gave_all = int(items.weight[level.poor].sum())
        in_full = int(items.weight[~level.poor].sum())
        self.take(level)
        value = self.profile.value[level.project]
        return Round(level.project, price, price / value, in_full, gave_all, pooled)

    def take(self, level: Level) -> None:
        """Elect and tell nothing of it: for counts that only look on."""
        self.purses.pay(level)
        self.permits.elect(level.project)
        self._forget(self.profile.voters[level.project])
        self._release(level.project, 0.0)
