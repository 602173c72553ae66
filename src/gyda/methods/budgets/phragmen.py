"""Sequential Phragmén: voters earn at one speed; supporters buy as soon as they can."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import heapq
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from gyda.methods.budgets.limits import Limits, Permits, Reason
from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome, Step
from gyda.methods.budgets.profile import Profile, profile_of
from gyda.methods.budgets.purses import NEAR
from gyda.methods.budgets.ties import order
from gyda.methods.budgets.twins import followers

Waiting = tuple[float, int, int]  # a lower bound of the moment, rank, project


def phragmen(
    election: Election,
    *,
    skip: bool = False,
    ties: str = "id",
    seed: str = "",
    limits: Limits | None = None,
) -> Outcome:
    """Count by Phragmén's sequential rule for budgets (Los, Christoff, Grossi, IJCAI 2022).

    All voters earn money at the same speed from nothing; as soon as the supporters of a project
    hold its cost together they buy it and are left with nothing. skip: pass over a project
    that no longer fits the budget, or else stop there, as the definition has it. Exact:
    moments are compared as fractions wherever floats lie within 1e-9. Points are not used.
    `Step.paid` is the money earned by then per voter: the load of its supporters.

    >>> from gyda.methods.budgets.model import election
    >>> one = election(100, {"a": 60, "b": 60, "c": 40}, [["a", "b"]] * 6 + [["c"]] * 4)
    >>> [(step.project, step.paid) for step in phragmen(one).steps]
    [('a', Fraction(10, 1)), ('c', Fraction(10, 1))]
    """
    profile, permits = profile_of(election, "count"), Permits(election, limits or Limits())
    race = _Race(profile, order(election, ties, seed), permits)
    room, steps = profile.budget, []
    while (best := race.next_project()) is not None:
        c, load = best
        if profile.cost[c] > room:
            left = Fraction(room, profile.scale * profile.weighed)
            permits.reasons[c] = Reason("does-not-fit", {"room": left})
            if skip:
                race.release(c)
                continue
            break
        room -= profile.cost[c]
        race.elect(c, load)
        steps.append(Step(election.projects[c].id, profile.money(load)))
    return _outcome(election, permits, steps, {"skip": skip, "ties": ties, "seed": seed})


def _outcome(
    election: Election, permits: Permits, steps: list[Step], settings: dict[str, str | bool]
) -> Outcome:
    at = election.position()
    cost = sum((election.projects[at[one.project]].cost for one in steps), Fraction(0))
    reasons = {
        one.id: permits.reasons.get(k, Reason("after-the-end", {"room": election.budget - cost}))
        for k, one in enumerate(election.projects)
    }
    ids = tuple(one.project for one in steps)
    return Outcome("phragmen", settings, election.budget, ids, cost, reasons, tuple(steps))


class _Race:
    """Loads of the voters by class: all supporters of a project end with the same load."""

    def __init__(self, profile: Profile, ranks: Sequence[int], permits: Permits) -> None:
        self.profile, self.ranks, self.permits = profile, ranks, permits
        self.of = np.zeros(len(profile.weight), np.int32)
        self.loads = [Fraction(0)]
        self.approx = np.zeros(1)
        self.queue: list[Waiting] = []
        self.next_twin = followers(profile, ranks)
        behind = set(self.next_twin.values())
        for c in range(len(profile.cost)):
            if not len(profile.voters[c]):
                permits.reasons[c] = Reason("unsupported")
            elif c not in behind:
                self.queue.append((0.0, ranks[c], c))
        heapq.heapify(self.queue)

    def next_project(self) -> tuple[int, Fraction] | None:
        """Return the project that is bought next and the load of its supporters then."""
        contenders: list[Waiting] = []
        ceiling = np.inf
        while self.queue and self.queue[0][0] <= ceiling:
            _, rank, c = heapq.heappop(self.queue)
            if self.permits.may_win(c):
                low = self._approximate(c) * (1 - NEAR)
                contenders.append((low, rank, c))
                ceiling = min(ceiling, low * (1 + 3 * NEAR))
            else:
                self.release(c)
        near = [one for one in contenders if one[0] <= ceiling]
        loads = {c: (self._load(c), rank) for _, rank, c in near}
        best = min(loads, key=loads.__getitem__, default=None)
        for one in contenders:
            if one[2] != best:
                heapq.heappush(self.queue, one)
        return None if best is None else (best, loads[best][0])

    def _approximate(self, c: int) -> float:
        voters = self.profile.voters[c]
        weight = self.profile.weight[voters]
        owed = float(weight @ self.approx[self.of[voters]])
        return (self.profile.cost[c] + owed) / float(weight.sum())

    def _load(self, c: int) -> Fraction:
        voters = self.profile.voters[c]
        weights = np.bincount(self.of[voters], self.profile.weight[voters], len(self.loads))
        owed = sum((int(weights[k]) * self.loads[k] for k in np.flatnonzero(weights)), Fraction(0))
        return (self.profile.cost[c] + owed) / int(weights.sum())

    def elect(self, c: int, load: Fraction) -> None:
        """Give all supporters the load; class numbers are never used again."""
        self.of[self.profile.voters[c]] = len(self.loads)
        self.loads.append(load)
        self.approx = np.append(self.approx, load.numerator / load.denominator)
        self.permits.elect(c)
        self.release(c)

    def release(self, c: int) -> None:
        """Let the next like project stand."""
        if c in self.next_twin:
            after = self.next_twin[c]
            heapq.heappush(self.queue, (0.0, self.ranks[after], after))
