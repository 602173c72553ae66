"""Rows of single people: seldom fit to publish, and how to tell; names and times made coarse."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from hmac import digest

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gyda.methods.opinion.votes import Votes

LEAST = 10
DAY = 86_400_000  # ms


@dataclass(frozen=True)
class RowCheck:
    """Whether one row a person may be published.

    ``smallest``: how many people share the rarest row. ``singled_out``: the share of people whom
    somebody who knows ``known`` of their answers finds alone. ``allowed``: smallest ≥ k.
    """

    allowed: bool
    smallest: int
    singled_out: float
    known: int


def check_rows(votes: Votes, *, k: int = LEAST, known: int = 5, seed: int = 0) -> RowCheck:
    """Check an export of one row a person for k-anonymity (Sweeney 2002), all answers being known.

    Nearly every conversation fails: five known answers single out one person in five. Then
    publish counts. The ``known`` answers are drawn from each person's own, by the seed.
    """
    rows: dict[bytes, int] = {}
    starts = np.searchsorted(votes.person, np.arange(votes.n + 1))
    code = votes.statement.astype(np.int64) * 3 + votes.answer + 1
    people = [code[a:b] for a, b in zip(starts[:-1], starts[1:], strict=True) if b > a]
    for row in people:
        rows[row.tobytes()] = rows.get(row.tobytes(), 0) + 1
    smallest = min(rows.values(), default=0)
    alone = _singled_out(people, known, np.random.Generator(np.random.PCG64(seed)))
    return RowCheck(smallest >= k, smallest, alone, known)


def _singled_out(people: list[NDArray[np.int64]], known: int, chance: np.random.Generator) -> float:
    holders: dict[int, set[int]] = {}
    for person, row in enumerate(people):
        for answer in row.tolist():
            holders.setdefault(answer, set()).add(person)
    able = [row for row in people if len(row) >= known]
    alone = 0
    for row in able:
        picked = chance.choice(row, known, replace=False).tolist()
        alone += len(set.intersection(*(holders[answer] for answer in picked))) == 1
    return alone / len(able) if able else 0.0


def pseudonym(key: bytes, conversation: str, person: str) -> str:
    """Return a person's id in one conversation: other conversations have others (HMAC-SHA256).

    Without the key nobody can tell who it is, nor that two of them are one person.

    >>> pseudonym(b"kept by the hub", "bus passes", "17")
    '3a989c7b6b76a83eb981'
    """
    text = f"{len(conversation)}:{conversation}{person}".encode()
    return digest(key, text, "sha256").hex()[:20]


def coarse(moments: ArrayLike, width: int = DAY) -> NDArray[np.int64]:
    """Return times cut down to the day (or any width), so that they betray no single visit.

    >>> coarse([1403054214196]).tolist()
    [1403049600000]
    """
    at = np.asarray(moments, dtype=np.int64)
    return at // width * width
