"""What a rule must not do: thresholds, options that exclude each other, limits per category."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.scores import scores, supporters
from gyda.methods.errors import BadInput


@dataclass(frozen=True)
class Threshold:
    """What a project must reach before the count begins.

    score: at least so many points (votes, where ballots have no points).
    share: votes at least this share of the voters.
    cost_share: votes / voters >= cost_share * cost / budget (Świecie 2023: 1/3).
    """

    score: Fraction | int = 0
    share: Fraction | int = 0
    cost_share: Fraction | int = 0


@dataclass(frozen=True)
class Cap:
    """A limit for the members of a category: their cost in all, their number, or both."""

    name: str
    members: frozenset[str]
    cost: Fraction | None = None
    number: int | None = None


@dataclass(frozen=True)
class Limits:
    """Everything that keeps a project from winning; sets in `exclusive` elect at most one."""

    threshold: Threshold = Threshold()
    exclusive: tuple[frozenset[str], ...] = ()
    caps: tuple[Cap, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why a project was elected or not: a code and what a sentence about it needs.

    elected, unsupported (nobody chose it), over-budget (costs more than all there is),
    below-threshold, rival-elected, cap-reached, not-affordable (its supporters had too little
    left), does-not-fit (too dear for what was left), from-reserve (that too, but paid from
    elsewhere), after-the-end (the count had stopped).
    """

    code: str
    values: Mapping[str, str | Fraction | int] = field(default_factory=dict)


class Permits:
    """Which projects may still win, while a count goes on; positions, not ids."""

    def __init__(self, election: Election, limits: Limits) -> None:
        self.costs = [one.cost for one in election.projects]
        self.ids = [one.id for one in election.projects]
        self.reasons: dict[int, Reason] = {}
        self.rivals = _rivals(election, limits)
        self.caps = _caps(election, limits)
        self.room = [(cap.cost, cap.number) for cap in limits.caps]
        self.names = [cap.name for cap in limits.caps]
        self.reasons |= _outset(election, limits)
        for k in range(len(self.costs)):
            self._check_caps(k)

    def copy(self) -> "Permits":
        """Return a copy that goes its own way."""
        twin = object.__new__(Permits)
        twin.__dict__ = {**self.__dict__, "reasons": dict(self.reasons), "room": list(self.room)}
        return twin

    @property
    def free(self) -> bool:
        """Tell whether an election of one project can never bar another."""
        return not self.rivals and not self.caps

    def may_win(self, k: int) -> bool:
        """Tell whether nothing bars the project yet."""
        return k not in self.reasons

    def elect(self, k: int) -> list[int]:
        """Note that a project is elected; return those that can no longer win because of it."""
        self.reasons[k] = Reason("elected")
        if self.free:
            return []
        barred = []
        for rival in self.rivals.get(k, ()):
            if self.may_win(rival):
                self.reasons[rival] = Reason("rival-elected", {"rival": self.ids[k]})
                barred.append(rival)
        return barred + self._fill_caps(k)

    def _fill_caps(self, k: int) -> list[int]:
        barred = []
        for cap in self.caps.get(k, ()):
            cost, number = self.room[cap]
            left = None if cost is None else cost - self.costs[k]
            self.room[cap] = (left, None if number is None else number - 1)
        for other in sorted({m for cap in self.caps.get(k, ()) for m in self._members(cap)}):
            if self.may_win(other) and self._check_caps(other):
                barred.append(other)
        return barred

    def _members(self, cap: int) -> Iterable[int]:
        return (k for k, caps in self.caps.items() if cap in caps)

    def _check_caps(self, k: int) -> bool:
        for cap in self.caps.get(k, ()):
            cost, number = self.room[cap]
            over = cost is not None and self.costs[k] > cost
            if (over or (number is not None and number < 1)) and self.may_win(k):
                self.reasons[k] = Reason("cap-reached", {"category": self.names[cap]})
                return True
        return False


def _outset(election: Election, limits: Limits) -> dict[int, Reason]:
    votes, voters = supporters(election), election.voters
    points = votes if election.ballots.points is None else scores(election)
    found = {}
    for k, project in enumerate(election.projects):
        need = _needed(limits.threshold, project.cost, election.budget, Fraction(voters))
        if project.cost > election.budget:
            found[k] = Reason("over-budget", {"cost": project.cost})
        elif points[k] < limits.threshold.score:
            needed = {"needed": limits.threshold.score, "reached": points[k]}
            found[k] = Reason("below-threshold", needed)
        elif votes[k] < need:
            found[k] = Reason("below-threshold", {"needed": need, "reached": votes[k]})
    return found


def _needed(threshold: Threshold, cost: Fraction, budget: Fraction, voters: Fraction) -> Fraction:
    by_cost = Fraction(threshold.cost_share) * cost / budget
    return max(Fraction(threshold.share), by_cost) * voters


def _rivals(election: Election, limits: Limits) -> dict[int, list[int]]:
    at = election.position()
    rivals: dict[int, set[int]] = {}
    for group in limits.exclusive:
        members = sorted(_known(at, one) for one in group)
        for k in members:
            rivals.setdefault(k, set()).update(m for m in members if m != k)
    return {k: sorted(others) for k, others in rivals.items()}


def _caps(election: Election, limits: Limits) -> dict[int, list[int]]:
    at = election.position()
    caps: dict[int, list[int]] = {}
    for number, cap in enumerate(limits.caps):
        for one in sorted(cap.members):
            caps.setdefault(_known(at, one), []).append(number)
    return caps


def _known(at: dict[str, int], one: str) -> int:
    if one not in at:
        raise BadInput("unknown-project", project=one)
    return at[one]
