"""One statement's counts by group, with what must stay hidden so that the hidden stays hidden."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.publish.cells import (
    AGREE,
    ALL,
    ANSWERS,
    DISAGREE,
    LEAST,
    Counts,
    Partition,
    at,
    enough,
    ladder,
    rounded,
)

Level = int
Cell = tuple[tuple[str, ...], int]


@dataclass(frozen=True)
class Row:
    """What is published of one group, or of everyone: answers told together, and how many.

    ``cells``: e.g. ((("agree",), 45), (("disagree", "pass", "unseen"), 60)), each rounded to five.
    """

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A statement's table: ``everyone`` and ``rows`` are for the public, the rest is not.

    ``exact`` (r, 4) and ``levels`` are kept for the next snapshot and must stay secret.
    """

    everyone: Row
    rows: tuple[Row, ...]
    exact: Counts
    level: Level
    levels: tuple[Level, ...]
    partitions: tuple[Partition, ...]

    @property
    def first(self) -> int:
        """Return the answer that stays apart longest."""
        return self.partitions[ALL - 1][0][0]


def merged(
    names: tuple[str, ...], tallies: NDArray[np.float64], sizes: Counts
) -> tuple[tuple[str, ...], Counts]:
    """Return the rows that may be named at all, and their counts (r, m, 4).

    ``tallies`` (g + 1, m, 3): disagree, pass, agree as ``Votes.tally`` gives them, by group and
    last of those in no group; ``sizes`` (g + 1,): how many people each has. Groups of fewer than
    ten people join those in no group; if these are fewer than ten, they are left out altogether.
    """
    whole = np.rint(tallies).astype(np.int64)
    unseen = sizes[:, None] - whole.sum(axis=2)
    counts = np.stack([whole[:, :, 2], whole[:, :, 0], whole[:, :, 1], unseen], axis=2)
    large = [row for row in range(len(names)) if sizes[row] >= LEAST]
    others = [row for row in range(len(sizes)) if row not in large]
    shown, kept = tuple(names[row] for row in large), [counts[row] for row in large]
    if sizes[others].sum() >= LEAST:
        shown, kept = (*shown, ""), [*kept, counts[others].sum(axis=0)]
    return shown, np.array(kept, dtype=np.int64).reshape(len(kept), *counts.shape[1:])


def table(
    names: tuple[str, ...], counts: Counts, *, finest: Level = 0, first: int | None = None
) -> Table:
    """Protect one statement's counts (r, 4): agree, disagree, pass, unseen; rows as ``merged``.

    Everyone's row is told as finely as leaves ten people in each cell; each group's row as finely
    as that, and no finer than ``finest``; ``first`` (AGREE, DISAGREE) is the answer that stays
    apart longest, by default the more frequent. Then, level by level, the rows that are not told
    so finely are added up, because everyone less the told rows gives their sum: if that has a cell
    below ten, the smallest told row is made coarser too (secondary suppression; Willenborg & de
    Waal 2001, chapter 4), until nothing small is left over. As the levels are nested, any hidden
    cell may then be ten or more for all that is published (publishing-counts.md says why).
    """
    total = counts.sum(axis=0)
    if first is None:
        first = AGREE if total[AGREE] >= total[DISAGREE] else DISAGREE
    steps = ladder(first)
    level = _finest(total, steps, finest)
    levels = _hidden_with([_finest(row, steps, level) for row in counts], counts, steps, level)
    rows = tuple(
        _row(name, row, steps[one]) for name, row, one in zip(names, counts, levels, strict=True)
    )
    return Table(_row("", total, steps[level]), rows, counts, level, tuple(levels), steps)


def _finest(counts: Counts, steps: tuple[Partition, ...], start: Level) -> Level:
    fitting = (level for level in range(start, ALL) if enough(at(counts, steps[level])))
    return next(fitting, ALL)


def _hidden_with(
    levels: list[Level], counts: Counts, steps: tuple[Partition, ...], level: Level
) -> list[Level]:
    """Make rows coarser until, at each level, what is left over has ten people in each cell."""
    for here in range(level, ALL):
        while not _left_over_is_enough(levels, counts, steps[here], here):
            told = [row for row, one in enumerate(levels) if one <= here]
            smallest = min(told, key=lambda row: (int(counts[row].sum()), row))
            levels[smallest] = _finest(counts[smallest], steps, here + 1)
    return levels


def _left_over_is_enough(
    levels: list[Level], counts: Counts, partition: Partition, here: Level
) -> bool:
    hidden = [row for row, one in enumerate(levels) if one > here]
    told = len(levels) - len(hidden)
    return not hidden or not told or enough(at(counts[hidden].sum(axis=0), partition))


def _row(name: str, counts: Counts, partition: Partition) -> Row:
    cells = zip(partition, at(counts, partition).tolist(), strict=True)
    return Row(name, tuple((tuple(ANSWERS[a] for a in cell), rounded(n)) for cell, n in cells))
