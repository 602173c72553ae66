"""How much each person's votes count once copies share one vote and unknown accounts are capped."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gyda.methods.opinion.guard.alike import Clump, clumps
from gyda.methods.opinion.guard.bursts import Burst, bursts
from gyda.methods.opinion.votes import PASS, Floats, Ints, Votes

CAP = 0.25  # unverified accounts count at most so much of what verified ones do
ALARM = 10, 0.02  # a clump of so many people, and such a share of all, is told and left out
SOURCE = 10, 0.1  # so many unverified, and such a share of all or of votes, from one are left out
LARGE = 5  # when strict, a clump of so many is left out, and a smaller one shares one vote
SILENT = 0.9  # of a clump's answers at least are passes: it moves nothing


@dataclass(frozen=True, eq=False)
class Guarded:
    """What the guard found, and what follows for the count.

    ``weight`` (n,) in [0, 1]: what each person's votes count; ``flagged`` (n,): less than one by
    being in a clump. ``alarms``: of "look-alikes" (a clump of at least ten and 2 % that says
    something), "straight-liners" (one that passes on everything), "one-source", "burst",
    "look-alikes-in-a-burst".

    A flag is a reason to look, no verdict: publish the results with and without the flagged beside
    each other, and let people decide.
    """

    weight: Floats
    flagged: NDArray[np.bool_]
    clumps: list[Clump]
    bursts: list[Burst]
    alarms: tuple[str, ...]

    def kept(self, votes: Votes) -> Votes:
        """Return the votes of those who count at all, to be mapped with ``weight``."""
        return votes.only(self.weight[votes.person] > 0)


def guarded(
    votes: Votes,
    *,
    came: ArrayLike | None = None,
    verified: NDArray[np.bool_] | None = None,
    source: Ints | None = None,
    group: Ints | None = None,
    cap: float = CAP,
    strict: bool = False,
) -> Guarded:
    """Look for copies and bursts; weigh everyone.

    Clumps that raise an alarm count nothing; everyone else keeps a whole vote. When ``strict``,
    so do clumps of five or more, and in smaller ones who came first keeps the vote, or each has
    1/size of it if nobody knows when they came. Whoever is verified always keeps a whole vote.

    ``came`` (n,): when each account was made or first voted, in ms. ``verified`` (n,): known to be
    a person of this community; with none verified nobody is capped. ``source`` (n,): where an
    account came from (a link, a connection, a device), −1 = unknown; unverified accounts of one
    source are left out when they are ten or more, and a tenth of all or of all votes. ``group``
    (n,): opinion groups, −1 = none, in each of which the cap holds by itself.
    """
    found = clumps(votes)
    times = None if came is None else np.asarray(came, dtype=np.int64)
    weight = np.ones(votes.n)
    for clump in found:
        if strict:
            weight[clump.people] = _shared(clump.people, times)
        elif _is_large(clump, votes.n) and not _only_passes(clump):
            weight[clump.people] = 0.0
    crowds = np.zeros(votes.n, bool)
    if source is not None:
        crowds = crowded(source, verified, votes.per_person)
    weight[crowds] = 0.0
    if verified is not None:
        weight[verified] = 1.0
    flagged = weight < 1
    if verified is not None:
        weight = capped(weight, verified, group, cap)
    seen = [] if times is None else bursts(times)
    return Guarded(weight, flagged, found, seen, _alarms(votes.n, found, seen, crowds))


def _shared(people: Ints, came: NDArray[np.int64] | None) -> Floats:
    if len(people) >= LARGE:
        return np.zeros(len(people))
    if came is None:
        return np.full(len(people), 1 / len(people))
    first = people[np.lexsort((people, came[people]))[0]]
    return np.where(people == first, 1.0, 0.0)


def capped(
    weight: Floats, verified: NDArray[np.bool_], group: Ints | None = None, cap: float = CAP
) -> Floats:
    """Scale unverified people down until, in each group, they count at most ``cap`` × verified.

    Where a group has no verified person the unverified of it count as ``cap`` people in all.

    >>> capped(np.ones(6), np.array([True, True, False, False, False, False]), cap=0.5).tolist()
    [1.0, 1.0, 0.25, 0.25, 0.25, 0.25]
    """
    if not verified.any():
        return weight
    label = np.zeros(len(weight), np.int64) if group is None else group + 1
    known = np.bincount(label, weight * verified)
    unknown = np.bincount(label, weight * ~verified)
    room = np.maximum(cap * known, cap)
    scale = np.minimum(1.0, room / np.maximum(unknown, 1e-12))
    return np.where(verified, weight, weight * scale[label])


def crowded(
    source: Ints, verified: NDArray[np.bool_] | None = None, votes: ArrayLike | None = None
) -> NDArray[np.bool_]:
    """Return who is unverified and came from a source that brought too many such, (n,).

    ``votes`` (n,): how many each gave; few accounts may bring many votes.

    >>> int(crowded(np.array([0] * 12 + [1] * 5 + [-1] * 40)).sum())
    12
    """
    known = source >= 0 if verified is None else (source >= 0) & ~verified
    size = int(source.max(initial=0)) + 1
    many = np.bincount(source[known], minlength=size)
    is_large = many >= SOURCE[1] * len(source)
    if votes is not None:
        gave = np.asarray(votes, float)
        brought = np.bincount(source[known], gave[known], minlength=size)
        is_large |= brought >= SOURCE[1] * max(gave.sum(), 1.0)
    return np.asarray(known & (is_large & (many >= SOURCE[0]))[source], bool)


def _alarms(
    n: int, found: list[Clump], seen: list[Burst], crowds: NDArray[np.bool_]
) -> tuple[str, ...]:
    large = [clump for clump in found if _is_large(clump, n)]
    silent = [c for c in large if _only_passes(c)]
    burst = [np.isin(c.people, b.people).mean() > 0.5 for c in large for b in seen]
    raised = {
        "look-alikes": len(large) > len(silent),
        "straight-liners": bool(silent),
        "one-source": bool(crowds.any()),
        "burst": bool(seen),
        "look-alikes-in-a-burst": any(burst),
    }
    return tuple(name for name, on in raised.items() if on)


def _is_large(clump: Clump, n: int) -> bool:
    return len(clump.people) >= max(ALARM[0], ALARM[1] * n)


def _only_passes(clump: Clump) -> bool:
    told = clump.answers[clump.answers <= 1]
    return bool(np.mean(told == PASS) >= SILENT) if len(told) else False


def largest_move(before: Floats, after: Floats) -> float:
    """Return by how much of the list the rank of any statement moved between two scores (m,).

    >>> largest_move(np.array([0.9, 0.5, 0.1]), np.array([0.5, 0.9, 0.1]))
    0.3333333333333333
    """
    ranks = [
        np.argsort(np.argsort(-score, kind="stable"), kind="stable") for score in (before, after)
    ]
    return float(np.abs(ranks[0] - ranks[1]).max() / len(before)) if len(before) else 0.0
