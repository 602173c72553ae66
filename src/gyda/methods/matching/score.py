"""How well two fit: parts from 0 to 1, weighed as the hub likes; and whose turn it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

import numpy as np
from numpy.typing import NDArray

from gyda.methods.matching.columns import Columns, Floats, Ints
from gyda.methods.matching.gates import Way, common, metres, ways

MANY_TIMES = 4  # parts of the week in common, from which more make it no easier
UNKNOWN = 0.3  # what nearness counts where a place is not known
AGREE = 0.5  # what times count where they are yet to be agreed
POINT = 1_000  # a score is kept in thousandths of a point


def points(columns: Columns, ask: Ints, offer: Ints) -> Ints:
    """Return what nearness and times give each pair, in thousandths of a point.

    Rounded, so that the last bits of a machine's arithmetic decide nothing.
    """
    weights = columns.rules.weights
    near = weights.near * _near(columns, ask, offer)
    return _rounded(near + weights.times * _times(columns, ask, offer))


def likeness_points(columns: Columns, alike: Floats) -> Ints:
    """Return what the likeness of their titles gives each pair."""
    return _rounded(columns.rules.weights.alike * alike)


def turn(columns: Columns, more: Ints | int = 0) -> Ints:
    """Return each person's turn in thousandths of a point: the seldom asked come first.

    `more`: asks that this week has brought to them so far. Three fifths fall with each time they
    were asked; a fifth is for those who have not given yet, a fifth for those who have received
    and were not asked to give: most people like to be asked.
    """
    people = columns.people
    asked = people.asked + more
    unasked_giver = (people.given == 0) & (asked == 0)
    owed_a_question = unasked_giver & (people.received > 0)
    share = 0.6 / (1.0 + asked) + 0.2 * unasked_giver + 0.2 * owed_a_question
    return _rounded(columns.rules.weights.turn * share)


def _rounded(points: Floats) -> Ints:
    return np.rint(points * POINT).astype(np.int64)


def _near(columns: Columns, ask: Ints, offer: Ints) -> Floats:
    """1 at the door, a half at `half` metres, falling with the square; 1 for a call."""
    far = metres(columns, ask, offer) / columns.rules.half
    share = np.where(np.isnan(far), UNKNOWN, 1.0 / (1.0 + far * far))
    return np.where(ways(columns, ask, offer) == Way.REMOTE, 1.0, share)


def _times(columns: Columns, ask: Ints, offer: Ints) -> Floats:
    many = np.bitwise_count(common(columns, ask, offer)).astype(np.int64)
    told = (columns.asks.times[ask] != 0) & (columns.offers.times[offer] != 0)
    return np.where(told, np.minimum(many, MANY_TIMES) / MANY_TIMES, AGREE)


@dataclass(frozen=True)
class Lots:
    """Who comes first among equals: drawn from a seed and the ids, the same on every machine."""

    asks: NDArray[np.uint64]
    people: NDArray[np.uint64]

    @classmethod
    def of(cls, columns: Columns, seed: str) -> Self:
        """Draw for everyone."""
        asks = _drawn([row.id for row in columns.asks.rows], seed)
        return cls(asks, _drawn([row.id for row in columns.people.rows], seed))

    def of_pairs(self, ask: Ints, person: Ints) -> Ints:
        """Return each pair's lot, from 0 to 999."""
        mixed = (self.asks[ask] ^ self.people[person]) * np.uint64(0x9E3779B97F4A7C15)
        return ((mixed >> np.uint64(32)) % np.uint64(1000)).astype(np.int64)


def _drawn(names: Sequence[str], seed: str) -> NDArray[np.uint64]:
    key = blake2b(seed.encode(), digest_size=16).digest()
    drawn = [blake2b(name.encode(), digest_size=8, key=key).digest() for name in names]
    return np.frombuffer(b"".join(drawn), dtype=">u8").astype(np.uint64)
