"""Greedy counting: most votes first, in the variants that real cities use."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.budgets.limits import Limits, Permits, Reason
from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome, Setting, Step
from gyda.methods.budgets.scores import Number, scores
from gyda.methods.budgets.ties import order

WITHDRAWN = 999_999_999  # the cost by which Pabulib marks what no longer stands


def greedy(
    election: Election,
    *,
    skip: bool = True,
    reserve: Fraction | int = 0,
    by: str = "score",
    ties: str = "cost",
    seed: str = "",
    limits: Limits | None = None,
) -> Outcome:
    """Elect by score, highest first, whatever fits into what is left of the budget.

    skip: pass over what does not fit and go on, or else stop there. reserve: the one at which the
    count stops is paid from elsewhere if this part of its cost is left (Poznań: 4/5); it is no
    winner within the budget and stands in `notes["reserve"]`. A cost of `WITHDRAWN` means that
    a project no longer stands: it never stops the count. by: `score` (points, or votes
    where ballots have none), or `score-per-cost`. ties: see `ties.order`; cities mostly take
    the lower cost. O(projects log projects) after one pass over the ballots.

    >>> from gyda.methods.budgets.model import election
    >>> one = election(100, {"a": 80, "b": 70, "c": 20}, [["a", "b"], ["a", "b"], ["a", "c"]])
    >>> greedy(one).selected, greedy(one, skip=False).selected
    (('a', 'c'), ('a',))
    """
    limits = limits or Limits()
    permits = Permits(election, limits)
    ranks = order(election, ties, seed)
    ranked = sorted(range(len(ranks)), key=_key(election, by, ranks))
    selected = elect_by(election, ranked, election.budget, permits, skip=skip)
    paid = _from_reserve(election, permits, Fraction(reserve))
    ids = tuple(election.projects[k].id for k in selected)
    reasons = {one.id: permits.reasons[k] for k, one in enumerate(election.projects)}
    cost = sum((election.projects[k].cost for k in selected), Fraction(0))
    settings: dict[str, Setting] = {"skip": skip, "by": by, "ties": ties, "seed": seed}
    settings |= {"reserve": Fraction(reserve)} if reserve else {}
    notes: dict[str, Setting] = {"reserve": paid} if paid else {}
    steps = tuple(Step(one) for one in ids)
    return Outcome("greedy", settings, election.budget, ids, cost, reasons, steps, notes=notes)


def _from_reserve(election: Election, permits: Permits, part: Fraction) -> str:
    """Return the project that stopped the count if so large a part of its cost was left."""
    for k, one in enumerate(election.projects):
        reason = permits.reasons[k]
        if part and reason.code == "does-not-fit":
            enough = Fraction(reason.values["room"]) >= part * one.cost
            permits.reasons[k] = Reason("from-reserve", reason.values) if enough else reason
            return one.id if enough else ""
    return ""


def _key(election: Election, by: str, ranks: Sequence[int]) -> "_Key":
    points = scores(election)
    if by == "score-per-cost":
        points = [p / one.cost for p, one in zip(points, election.projects, strict=True)]
    return _Key(points, ranks)


@dataclass(frozen=True)
class _Key:
    """Sorts by points, the highest first, then by rank."""

    points: Sequence[Number]
    ranks: Sequence[int]

    def __call__(self, k: int) -> tuple[Number, int]:
        return -self.points[k], self.ranks[k]


def elect_by(
    election: Election,
    ranked: Iterable[int],
    room: Fraction,
    permits: Permits,
    *,
    skip: bool = True,
) -> list[int]:
    """Elect in the order given what may win and fits into the room; note why others do not."""
    selected: list[int] = []
    stopped = False
    for k in ranked:
        cost = election.projects[k].cost
        if not permits.may_win(k) and (skip or stopped or not _stops(permits.reasons[k])):
            continue
        if stopped:
            permits.reasons[k] = Reason("after-the-end", {"room": room})
        elif cost > room:
            permits.reasons[k] = Reason("does-not-fit", {"room": room, "cost": cost})
            stopped = not skip
        else:
            selected.append(k)
            room -= cost
            permits.elect(k)
    return selected


def _stops(reason: Reason) -> bool:
    """Tell whether a project that never could win ends a count that does not skip."""
    return reason.code == "over-budget" and reason.values["cost"] != WITHDRAWN
