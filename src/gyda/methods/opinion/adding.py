"""A few later votes put among many earlier ones."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.votes import Flags, Ints, Votes, sorted_ids


def with_later(votes: Votes, later: Votes) -> Votes:
    """Return these votes with later ones, which replace those of the same pairs.

    For a few among many: 5 million votes are not sorted again. Moments are kept if both have
    them.
    """
    people, mine, theirs = _united(votes.people, later.people)
    statements, my_column, their_column = _united(votes.statements, later.statements)
    old = mine[votes.person].astype(np.int64) * len(statements) + my_column[votes.statement]
    new = theirs[later.person].astype(np.int64) * len(statements)
    new += their_column[later.statement]
    at = np.searchsorted(old, new)
    again = np.append(old, -1)[at] == new
    both = votes.moment is not None and later.moment is not None
    columns: list[tuple[Any, Any]] = [(votes.answer, later.answer)]
    columns += [(votes.moment, later.moment)] if both else []
    merged = [_merged(mine, theirs, at, again) for mine, theirs in columns]
    pair = np.insert(old, at[~again], new[~again])
    person = (pair // max(len(statements), 1)).astype(np.int32)
    statement = (pair - person * np.int64(len(statements))).astype(np.int32)
    return Votes(people, statements, person, statement, *merged)


def _united(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[str, ...], Ints, Ints]:
    """Return all ids in order, and where mine and theirs stand among them."""
    known = {identity: row for row, identity in enumerate(mine)}
    fresh = [identity for identity in theirs if identity not in known]
    everyone, place = sorted_ids([*mine, *fresh])
    known |= {identity: len(mine) + row for row, identity in enumerate(fresh)}
    rows = np.fromiter((known[identity] for identity in theirs), np.int32, len(theirs))
    return everyone, place[: len(mine)], place[rows]


def _merged(old: NDArray[Any], new: NDArray[Any], at: NDArray[np.intp], again: Flags) -> Any:
    changed = old.copy()
    changed[at[again]] = new[again]
    return np.insert(changed, at[~again], new[~again])
