"""Which answers are told apart, and which are told together: four steps from fine to nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]

LEAST = 10  # people
BASE = 5  # counts are rounded to multiples of it
AGREE, DISAGREE, PASS, UNSEEN = range(4)
ANSWERS = ("agree", "disagree", "pass", "unseen")
Partition = tuple[tuple[int, ...], ...]
ALL = 3  # the level at which only the number of people is told


def ladder(first: int) -> tuple[Partition, ...]:
    """Return the partitions of the answers, each a coarsening of the one before.

    ``first`` (AGREE or DISAGREE) is what stays apart longest.
    """
    rest = tuple(sorted({AGREE, DISAGREE, PASS, UNSEEN} - {first}))
    return (
        ((AGREE,), (DISAGREE,), (PASS,), (UNSEEN,)),
        ((AGREE,), (DISAGREE,), (PASS, UNSEEN)),
        ((first,), rest),
        ((AGREE, DISAGREE, PASS, UNSEEN),),
    )


def at(counts: Counts, partition: Partition) -> Counts:
    """Return counts (…, 4) summed into the cells of a partition, (…, cells)."""
    return np.stack([counts[..., list(cell)].sum(axis=-1) for cell in partition], axis=-1)


def rounded(count: int) -> int:
    """Return the nearest multiple of five, as published.

    >>> [rounded(n) for n in (10, 12, 13, 17, 18)]
    [10, 10, 15, 15, 20]
    """
    return (int(count) + BASE // 2) // BASE * BASE


def enough(counts: Counts) -> bool:
    """Tell whether every cell speaks of ten people or more."""
    return bool((counts >= LEAST).all())


def quiet(change: Counts) -> bool:
    """Tell whether every cell's change since the last time is none, or by ten people or more."""
    return bool(((change == 0) | (abs(change) >= LEAST)).all())
