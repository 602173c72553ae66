"""A map of a conversation with and without the votes that look alike."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.guard.weights import Guarded, guarded
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.map import NEW, OpinionMap, opinion_map
from gyda.methods.opinion.record import as_record, tally
from gyda.methods.opinion.stability import OnStep
from gyda.methods.opinion.votes import Floats, Ints, Votes

DIGITS = 4


@dataclass(frozen=True, eq=False)
class GuardedMap:
    """``shown``: the map without the flagged; ``everyone``: with them (the same if nobody is)."""

    shown: OpinionMap
    everyone: OpinionMap
    guard: Guarded


def guarded_map(
    votes: Votes,
    *,
    seed: int = 0,
    authors: Mapping[str, str] | None = None,
    weight: Floats | None = None,
    before: Standing = NEW,
    verified: NDArray[np.bool_] | None = None,
    source: Ints | None = None,
    strict: bool = False,
    on_step: OnStep | None = None,
) -> GuardedMap:
    """Map a conversation as ``opinion_map`` does, after ``guarded`` has looked at the votes.

    The flagged keep their rows in the map, without votes: they have no place and no group.
    """
    came = first_votes(votes)
    guard = guarded(votes, came=came, verified=verified, source=source, strict=strict)
    counts = guard.weight if weight is None else guard.weight * weight
    everyone = None
    if guard.flagged.any():
        everyone = opinion_map(votes, seed=seed, authors=authors, weight=weight, before=before)
    shown = opinion_map(
        guard.kept(votes) if everyone else votes,
        seed=seed,
        authors=authors,
        weight=None if (counts == 1).all() else counts,
        before=before,
        on_step=on_step,
    )
    return GuardedMap(shown, everyone or shown, guard)


def first_votes(votes: Votes) -> NDArray[np.int64] | None:
    """Return when each person first voted, (n,) in ms; None when nobody knows."""
    if votes.moment is None or not len(votes):
        return None
    first = np.full(votes.n, votes.moment.max(), np.int64)
    np.minimum.at(first, votes.person, votes.moment)
    return first


def as_guarded_record(made: GuardedMap) -> dict[str, Any]:
    """Return the shown map as plain values, with what the guard found under ``guard``.

    Tallies over all people and the number of votes hold the flagged as well; groups, places and
    lists do not.
    """
    record = as_record(made.shown) | {"guard": guard_record(made)}
    if made.everyone is not made.shown:
        record["votes"] = len(made.everyone.votes)
        for statement, counts in zip(
            made.shown.votes.statements, made.everyone.totals, strict=True
        ):
            record["statements"][statement]["tallies"] |= tally(counts)
    return record


def guard_record(made: GuardedMap) -> dict[str, Any]:
    """Return what the guard found as plain values; it names people and is not to be published.

    ``with_flagged``: where statements rank when the flagged count as well, if there are any.
    """
    people = made.shown.votes.people
    return {
        "alarms": list(made.guard.alarms),
        "flagged": [people[row] for row in np.flatnonzero(made.guard.flagged).tolist()],
        "clumps": [
            {"people": [people[p] for p in one.people.tolist()], "alike": round(one.alike, DIGITS)}
            for one in made.guard.clumps
        ],
        "with_flagged": _ranks(made.everyone) if made.guard.flagged.any() else None,
    }


def _ranks(found: OpinionMap) -> dict[str, dict[str, int]]:
    both = {"consensus": found.lists.consensus, "bridging": found.lists.bridging}
    return {
        statement: {n: int(of.rank[j]) for n, of in both.items()}
        for j, statement in enumerate(found.votes.statements)
    }
