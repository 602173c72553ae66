"""Completions of equal shares: every variant that changes who wins is a named, recorded choice."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction

from gyda.methods.budgets.changes import Changes
from gyda.methods.budgets.kernel import LANES
from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import Profile
from gyda.methods.budgets.rounds import Count, Round
from gyda.methods.budgets.scan import Found, Scan, lanes_of, scanned
from gyda.methods.errors import BadInput

STEPS = ("none", "unit", "share", "change")
SIZES = {"none": Fraction(1), "unit": Fraction(1)}
SIZES |= {"share": Fraction(1, 100), "change": Fraction(1, 1000)}
STARTS = ("exact", "floor")
COMPARISONS = ("none", "satisfaction", "exclusion")
ROOM = 3_000_000  # purses counted at a time, 8 bytes each
MOST_RUNS = 1_000_000
OnStep = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Completion:
    """How the money that equal shares leaves is spent.

    step: `none`; or raise everybody's endowment again and again and count afresh (Add1), each
    time by `size` units of money (`unit`) or by `size` of an equal share (`share`, 1/100 when
    0), or each time to the next multiple of `size` (1/1000 of a unit when 0) at which other
    projects win (`change`). start: the equal share as it is (`exact`) or without its part of a
    unit (`floor`).
    stop_when_full: stop as soon as no further supported project would fit the budget; always
    stop before the first endowment that overspends, even if a later one would fit. tail: then
    elect by votes what still fits (utilitarian completion). comparison: `satisfaction`: take
    the greedy outcome if more voters have more winners there than the other way round;
    `exclusion`: if fewer voters are left without any winner there.
    """

    step: str = "unit"
    size: Fraction = Fraction(0)
    start: str = "exact"
    stop_when_full: bool = True
    tail: bool = False
    comparison: str = "none"

    def __post_init__(self) -> None:
        for name, known in (("step", STEPS), ("start", STARTS), ("comparison", COMPARISONS)):
            if getattr(self, name) not in known:
                value = str(getattr(self, name))
                raise BadInput("unknown-completion", part=name, value=value, known=", ".join(known))
        if self.size < 0:
            raise BadInput("unknown-completion", part="size", value=str(self.size), known="> 0")

    def settings(self) -> dict[str, str | bool | Fraction]:
        """Return the choices as they are recorded."""
        return {**asdict(self), "size": self._size()}

    def _size(self) -> Fraction:
        return self.size or SIZES[self.step]

    def first(self, profile: Profile) -> Fraction:
        """Return the endowment of the first run, in internal units."""
        share = profile.share()
        if self.start == "floor":
            return Fraction(share // profile.scale * profile.scale)
        return share

    def rise(self, profile: Profile) -> Fraction:
        """Return by how much each run's endowment exceeds the one before, in internal units."""
        if self.step == "share":
            return self._size() * profile.share()
        return self._size() * profile.scale


NAMED = {
    "none": Completion("none"),
    "add1": Completion(),
    "add1-full": Completion(stop_when_full=False),
    "add1-floor": Completion(start="floor"),
    "add1-share": Completion("share"),
    "add1-change": Completion("change"),
    "add1-comparison": Completion(stop_when_full=False, comparison="satisfaction"),
    "comparison": Completion("none", comparison="satisfaction"),
    "utilitarian": Completion("none", tail=True),
    "add1-utilitarian": Completion(tail=True),
}


@dataclass(frozen=True)
class Completed:
    """The run that counts: its endowment, its rounds, and how many were counted in all."""

    endowment: Fraction
    count: Count
    rounds: tuple[Round, ...]
    runs: int
    ended: str  # complete: nothing left to add. full. overspending: the next run. only: no Add1


def exact_run(
    profile: Profile,
    endowment: Fraction,
    ranks: list[int],
    permits: Permits,
    winners: tuple[int, ...] | None = None,
) -> tuple[Count, tuple[Round, ...]]:
    """Count one endowment in whole numbers; where the winners are proven, only what they cost."""
    count = Count(profile, endowment, ranks, permits.copy())
    if winners is None:
        return count, tuple(count)
    return count, tuple(count.elect(count.level_of(c)) for c in winners)


class Add1:
    """Runs at rising endowments; the floats scan ahead and the exact count has the last word."""

    def __init__(
        self,
        profile: Profile,
        ranks: list[int],
        permits: Permits,
        completion: Completion,
        on_step: OnStep | None = None,
    ) -> None:
        self.profile, self.ranks, self.permits = profile, ranks, permits
        self.completion, self.on_step = completion, on_step
        self.lanes = lanes_of(profile, ranks, permits, profile.budget)
        self.may = [c for c in profile.supported() if permits.may_win(c)]

    def run(self) -> Completed:
        """Return the run that counts."""
        first = self.completion.first(self.profile)
        if self.completion.step == "none":
            return self._result(_Held(first), 1, "only")
        held, runs = _Held(first), 0
        for endowment, found in self._outcomes(first, self.completion.rise(self.profile)):
            runs += 1
            if found.cost > self.profile.budget:
                return self._result(held, runs, "overspending")
            held = _Held(endowment, found.selected if found.sure else None)
            ended = self._ended(found)
            if ended:
                return self._result(held, runs, ended)
        raise BadInput("too-many-runs", runs=runs)

    def _ended(self, found: Found) -> str:
        chosen = set(found.selected)
        left = [c for c in self.may if c not in chosen]
        if not left or (not self.permits.free and not self._still(found, left)):
            return "complete"
        room = self.profile.budget - found.cost
        if self.completion.stop_when_full and not self._fits(found, left, room):
            return "full"
        return ""

    def _fits(self, found: Found, left: list[int], room: int) -> bool:
        still = left if self.permits.free else self._still(found, left)
        return any(self.profile.cost[c] <= room for c in still)

    def _still(self, found: Found, left: list[int]) -> list[int]:
        permits = self.permits.copy()
        for c in found.selected:
            permits.elect(c)
        return [c for c in left if permits.may_win(c)]

    def _outcomes(self, first: Fraction, rise: Fraction) -> Iterator[tuple[Fraction, Found]]:
        """Yield endowments and what they give."""
        if self.completion.step != "change":
            yield from self._steps(first, rise)
            return
        changes = Changes(self.profile, self.ranks, self.permits, rise).after(first)
        for runs, (endowment, won) in enumerate(changes, 1):
            yield endowment, Found(won, sum(self.profile.cost[c] for c in won), True)
            if self.on_step:
                self.on_step(runs, None)

    def _steps(self, first: Fraction, rise: Fraction) -> Iterator[tuple[Fraction, Found]]:
        """Count many endowments side by side."""
        widest = LANES if self.lanes else max(1, min(192, ROOM // len(self.profile.weight)))
        costs: list[int] = []
        while len(costs) < MOST_RUNS:
            width = widest if self.lanes else min(widest, self._runs_left(costs))
            shares = [first + rise * (len(costs) + j) for j in range(width)]
            for endowment, one in zip(shares, self._scanned(shares), strict=False):
                found = one if one.sure else self._exactly(endowment)
                costs.append(found.cost)
                yield endowment, found
                if self.on_step:
                    self.on_step(len(costs), None)

    def _scanned(self, shares: list[Fraction]) -> list[Found]:
        if self.lanes:
            return scanned(self.lanes, self.profile, shares)
        ceiling = self.profile.budget
        return Scan(self.profile, self.ranks, self.permits, shares, ceiling).results()

    def _runs_left(self, costs: list[int]) -> int:
        """Guess from the rise of the cost how many runs it will take to the budget."""
        if len(costs) < 2 or costs[-1] <= costs[0]:
            return max(4, len(costs))
        each = (costs[-1] - costs[0]) / len(costs)
        return max(4, int((self.profile.budget - costs[-1]) / each) + 2)

    def _exactly(self, endowment: Fraction) -> Found:
        _, rounds = exact_run(self.profile, endowment, self.ranks, self.permits)
        cost = sum(self.profile.cost[one.project] for one in rounds)
        return Found(tuple(one.project for one in rounds), cost, True)

    def _result(self, held: "_Held", runs: int, ended: str) -> Completed:
        """Count the run that counts in whole numbers: from the start, or the proven winners."""
        count, rounds = exact_run(
            self.profile, held.endowment, self.ranks, self.permits, held.proven
        )
        return Completed(held.endowment, count, rounds, runs, ended)


@dataclass(frozen=True)
class _Held:
    """The last endowment that did not overspend, and its winners where the scan proved them."""

    endowment: Fraction
    proven: tuple[int, ...] | None = None
