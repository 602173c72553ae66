"""Many short rows of whole numbers laid end to end, as a million ballots are."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import overload

import numpy as np
from numpy.typing import NDArray

Row = tuple[int, ...]


class Rows(Sequence[Row]):
    """A sequence of tuples that takes four bytes a number.

    start: shape (rows + 1,); chosen: shape (start[-1],). Row i is chosen[start[i]:start[i + 1]].

    >>> few = Rows(np.array([0, 2, 2]), np.array([3, 5], np.int32))
    >>> list(few), few[-1], few == ((3, 5), ())
    ([(3, 5), ()], (), True)
    """

    def __init__(self, start: NDArray[np.int64], chosen: NDArray[np.int32]) -> None:
        self.start, self.chosen = start, chosen

    def __len__(self) -> int:
        return len(self.start) - 1

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        i = range(len(self))[place]
        return tuple(self.chosen[self.start[i] : self.start[i + 1]].tolist())

    def __iter__(self) -> Iterator[Row]:
        starts, chosen = self.start.tolist(), self.chosen.tolist()
        for i in range(len(self)):
            yield tuple(chosen[starts[i] : starts[i + 1]])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Rows):
            return np.array_equal(self.start, other.start) and np.array_equal(
                self.chosen, other.chosen
            )
        return isinstance(other, tuple) and tuple(self) == other

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def flat(rows: Sequence[Sequence[int]]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return all numbers end to end, shape (numbers,), and how many each row has, shape (rows,).

    >>> [part.tolist() for part in flat(((4, 5), (), (6,)))]
    [[4, 5, 6], [2, 0, 1]]
    """
    if isinstance(rows, Rows):
        return rows.chosen, np.diff(rows.start)
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    return np.fromiter(chain.from_iterable(rows), np.int32, int(lengths.sum())), lengths
