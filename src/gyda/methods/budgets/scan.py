# SPDX-License-Identifier: AGPL-3.0-or-later
"""Equal shares at many endowments at once, in floats that prove themselves or say that they cannot.

Why it is sound. Let b be what voters have and pay(b) what they have after a round. If b <= b'
(for each voter), then pay(b) <= pay(b'), and the sums differ by as much as before, because both
paid the same cost. So for any b and b', with their minimum between them, the weighted sum of
|pay(b) - pay(b')| is at most that of |b - b'|: a rounding error never grows, it only adds up.
`Scan.error` holds a bound of that sum per endowment; `prices` turns it into bounds of every
price. A round counts as decided only where the upper bound of one price lies below the lower
bounds of all others, or where a tie is seen exactly. Everything else is left to `rounds`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.kernel import Lanes, can_scan
from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.prices import ROUNDING, prices_of
from gyda.methods.budgets.profile import Floats, Ints, Profile
from gyda.methods.budgets.twins import followers

Flags = NDArray[np.bool_]
NONE, UNSURE = -1, -2
MANY_RIVALS = 40  # more are sorted out faster by the exact count


@dataclass(frozen=True)
class Found:
    """What comes out at one endowment; `sure` is False where floats could not decide.

    overspent: the cost passed the ceiling, and what would have come after was not counted.
    """

    selected: tuple[int, ...]
    cost: int
    sure: bool
    overspent: bool = False


class Scan:
    """Counts a list of rising endowments side by side: all first rounds, all second rounds, ...

    Everything per endowment is a column. columns: which of the list are still being counted.
    purses: shape (ballots, columns). low: a lower bound of each project's price, shape
    (projects, columns), infinite where it is out. error: see above. clean: whether every
    purse of 0 is truly empty.
    """

    def __init__(
        self,
        profile: Profile,
        ranks: Sequence[int],
        permits: Permits,
        shares: Sequence[Fraction],
        ceiling: int,
    ) -> None:
        count = len(shares)
        endowments = np.array([one.numerator / one.denominator for one in shares])
        self.profile, self.ranks, self.ceiling = profile, ranks, ceiling
        self.columns = np.arange(count)
        self.purses = np.repeat(endowments[None, :], len(profile.weight), axis=0)
        # With limits a twin may be barred alone: then each stands for itself.
        self.next_twin = followers(profile, ranks) if permits.free else {}
        first = _first_prices(profile, permits, self.next_twin)
        self.low = np.repeat(first[:, None], count, axis=1)
        self.error = endowments * (ROUNDING * profile.electorate)
        self.clean = np.ones(count, bool)
        self.permits = [permits] * count if permits.free else [permits.copy() for _ in shares]
        self.selected: list[tuple[int, ...]] = [()] * count
        self.cost = [0] * count
        self.found: dict[int, Found] = {}

    def results(self) -> list[Found]:
        """Count to the end; return one result per endowment, up to the first that overspends."""
        while len(self.columns):
            lead = _Lead(len(self.columns))
            self._compare(lead)
            self._settle(lead)
            over = [k for k in range(len(self.columns)) if self._ends(k, int(lead.project[k]))]
            for winner in np.unique(lead.project[lead.project >= 0]).tolist():
                self._elect(winner, np.flatnonzero(lead.project == winner), lead)
            self._stop(over)
        return [self.found[k] for k in sorted(self.found)]

    def _compare(self, lead: "_Lead") -> None:
        """Look at each column's likeliest winner, then at all that might still undercut it."""
        fresh = np.isinf(self.low)
        likely = self.low.argmin(axis=0)
        for c in np.unique(likely).tolist():
            self._look(c, likely == c, fresh, lead)
        maybe = np.argsort(self.low.min(axis=1), kind="stable")
        while len(maybe):  # whoever leads gets cheaper only: what is ruled out stays out
            wanted = (self.low[maybe] <= lead.high) & ~fresh[maybe]
            still = np.flatnonzero(wanted.any(axis=1))
            if len(still):
                self._look(int(maybe[still[0]]), wanted[still[0]], fresh, lead)
            maybe = maybe[still[1:]]

    def _look(self, c: int, wanted: Flags, fresh: Flags, lead: "_Lead") -> None:
        """Bound the price of one project in all columns from the first to the last wanted one."""
        where = np.flatnonzero(wanted & np.isfinite(self.low[c]))
        if not len(where):
            return
        span = slice(int(where[0]), int(where[-1]) + 1)
        profile = self.profile
        voters, value, low = profile.voters[c], float(profile.value[c]), self.low[c, span]
        points = profile.points[c] if profile.points else None
        out = np.isinf(low)
        level, least, most = prices_of(
            self.purses[voters, span],
            profile.weight[voters],
            points,
            float(profile.cost[c]),
            np.where(out, 0, low * value),
            self.error[span],
        )
        most[out] = np.inf
        np.maximum(low, least / value * (1 - 1e-15), out=low)
        fresh[c, span] = True
        lead.take(c, span, level, least, most / value * (1 + 1e-15))

    def _purses(self, voters: NDArray[np.int32], columns: Ints) -> Floats:
        if len(columns) == len(self.columns):
            return self.purses[voters]
        return self.purses[voters[:, None], columns]

    def _settle(self, lead: "_Lead") -> None:
        """Name the winner of every column: settle true ties, give up on near ones."""
        rivals = (self.low <= lead.high) & np.isfinite(self.low)
        count = rivals.sum(axis=0)
        open_ended = np.isinf(lead.high)
        lead.project[open_ended] = np.where(count[open_ended] > 0, UNSURE, NONE)
        lead.project[~open_ended & (count > MANY_RIVALS)] = UNSURE
        tied = np.flatnonzero(~open_ended & (count > 1) & (count <= MANY_RIVALS))
        if len(tied):
            self._settle_ties(lead, tied, rivals[:, tied])

    def _settle_ties(self, lead: "_Lead", columns: Ints, rivals: Flags) -> None:
        """Compare prices exactly where every supporter pays in full or has nothing at all."""
        projects = np.flatnonzero(rivals.any(axis=1))
        payers = np.zeros((len(columns), len(projects)))
        for j, c in enumerate(projects.tolist()):
            own = rivals[c]
            payers[own, j] = self._payers(c, columns[own], lead.high[columns[own]])
        settled: dict[bytes, tuple[int, float]] = {}
        for k, row in zip(columns.tolist(), payers, strict=True):
            key = row.tobytes()
            if key not in settled:
                settled[key] = self._first_of(projects.tolist(), row.tolist())
            lead.project[k], level = settled[key]
            if lead.project[k] != UNSURE:
                lead.level[k], lead.low[k] = level, level * (1 - 1e-15)

    def _first_of(self, projects: list[int], payers: list[float]) -> tuple[int, float]:
        """Return the cheapest and its level; those whom nobody pays (0) are no rivals."""
        if min(payers) < 0:
            return UNSURE, 0.0
        cost, value = self.profile.cost, self.profile.value
        winner, weight = min(
            ((c, int(paid)) for c, paid in zip(projects, payers, strict=True) if paid),
            key=lambda one: (Fraction(cost[one[0]], one[1] * value[one[0]]), self.ranks[one[0]]),
        )
        return winner, cost[winner] / weight

    def _payers(self, c: int, columns: Ints, high: Floats) -> Floats:
        """Return the weight of those who pay in full; -1 where someone may pay in part."""
        profile = self.profile
        points = profile.points[c][:, None] if profile.points else 1
        weight = profile.weight[profile.voters[c]]
        units = weight * profile.points[c] if profile.points else weight
        purses = self._purses(profile.voters[c], columns)
        full = purses - self.error[columns] > high * float(profile.value[c]) * points
        paid: Floats = units @ full
        unclear = ~self.clean[columns] | ((purses != 0) & ~full).any(axis=0) | (paid == 0)
        paid[unclear] = -1
        return paid

    def _ends(self, k: int, winner: int) -> bool:
        """Note what the column has elected; tell whether its count is over."""
        column = int(self.columns[k])
        if winner < 0:
            self.found[column] = Found(self.selected[k], self.cost[k], winner == NONE)
            return True
        self.selected[k] += (winner,)
        self.cost[k] += self.profile.cost[winner]
        if self.cost[k] > self.ceiling:
            self.found[column] = Found(self.selected[k], self.cost[k], True, overspent=True)
        return self.cost[k] > self.ceiling

    def _elect(self, winner: int, columns: Ints, lead: "_Lead") -> None:
        """Let the supporters pay, and keep account of the error."""
        profile = self.profile
        voters, cost = profile.voters[winner], float(profile.cost[winner])
        weight = profile.weight[voters]
        points = profile.points[winner][:, None] if profile.points else 1
        before, due = self._purses(voters, columns), lead.level[columns] * points
        pays = np.minimum(before, due)
        unclear = (before <= due) & (before + self.error[columns] >= lead.low[columns] * points)
        self.clean[columns] &= ~unclear.any(axis=0)
        off = np.abs(weight @ pays - cost)
        self.purses[voters[:, None], columns] = before - pays
        self.error[columns] += off + (len(voters) + 16) * ROUNDING * (weight @ before)
        low = self.low[winner, columns]
        self.low[winner, columns] = np.inf
        if self.permits[0].free and winner in self.next_twin:
            self.low[self.next_twin[winner], columns] = low
        for k in columns.tolist() if not self.permits[0].free else ():
            self.low[self.permits[k].elect(winner), k] = np.inf

    def _stop(self, over: list[int]) -> None:
        """Leave out the columns that ended, and all beyond the first that overspent."""
        if not over:
            return
        last = min((k for k, one in self.found.items() if one.overspent), default=len(self.found))
        ended = set(over)
        stays = [k for k in range(len(self.columns)) if k not in ended]
        if any(one.overspent for one in self.found.values()):
            stays = [k for k in stays if self.columns[k] < last]
            self.found = {k: one for k, one in self.found.items() if k <= last}
        self.columns, self.purses = self.columns[stays], self.purses[:, stays]
        self.low, self.error, self.clean = self.low[:, stays], self.error[stays], self.clean[stays]
        self.permits = [self.permits[k] for k in stays]
        self.selected = [self.selected[k] for k in stays]
        self.cost = [self.cost[k] for k in stays]


def _first_prices(profile: Profile, permits: Permits, next_twin: dict[int, int]) -> Floats:
    """Return a lower bound of each project's price, infinite where it does not stand (yet)."""
    low = np.full(len(profile.cost), np.inf)
    behind = set(next_twin.values())
    for c in profile.supported():
        if permits.may_win(c) and c not in behind:
            weight = profile.weight[profile.voters[c]]
            all_pay = float((weight * profile.points[c] if profile.points else weight).sum())
            low[c] = profile.cost[c] / all_pay / profile.value[c] * (1 - 1e-14)
    return low


def lanes_of(
    profile: Profile, ranks: Sequence[int], permits: Permits, ceiling: int
) -> Lanes | None:
    """Prepare the kernel's count; None: there is none, or limits are in force that it ignores."""
    if not permits.free or not can_scan(profile):
        return None
    next_twin = followers(profile, ranks)
    first = _first_prices(profile, permits, next_twin)
    return Lanes(profile, first, ranks, next_twin, ceiling)


def scanned(lanes: Lanes, profile: Profile, shares: Sequence[Fraction]) -> list[Found]:
    """Count rising endowments with the kernel, as `Scan` does."""
    endowments = [one.numerator / one.denominator for one in shares]
    return [
        Found(won, sum(profile.cost[c] for c in won), sure, over)
        for won, sure, over in lanes.count(endowments)
    ]


class _Lead:
    """The lowest price so far in each column: of which project, its level and its bounds."""

    def __init__(self, columns: int) -> None:
        self.project = np.full(columns, UNSURE)
        self.high = np.full(columns, np.inf)
        self.level = np.zeros(columns)
        self.low = np.zeros(columns)

    def take(self, c: int, span: slice, level: Floats, low: Floats, high: Floats) -> None:
        """Let a project take the lead in those of the columns where it is cheaper."""
        leads = high < self.high[span]
        where = np.flatnonzero(leads) + span.start
        self.project[where], self.high[where] = c, high[leads]
        self.level[where], self.low[where] = level[leads], low[leads]
