"""What is published at one scheduled time, so that the difference to the last betrays nobody."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.publish.cells import ALL, Counts, at, quiet
from gyda.methods.opinion.publish.tables import Table, merged, table


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The tables as published at one time: ``tables`` by statement, ``names`` of the groups.

    Show only ``Table.everyone`` and ``Table.rows``; the exact counts inside are for the next time.
    """

    names: tuple[str, ...]
    tables: dict[str, Table]


def snapshot(
    names: tuple[str, ...],
    statements: tuple[str, ...],
    tallies: NDArray[np.float64],
    sizes: Counts,
    before: Snapshot | None = None,
) -> Snapshot:
    """Publish what may be: ``names`` (g,), ``tallies`` (g + 1, m, 3), ``sizes`` (g + 1,).

    Call it on a schedule (weekly, say), never after single votes. A statement's table is renewed
    only if every number that can be worked out of old and new together moved by nothing or by ten
    people or more; else it is told more coarsely, else the old table stays as it is. When the
    sizes of groups moved by fewer than ten people, all of the last snapshot stays.
    """
    shown, counts = merged(names, tallies, sizes)
    if not shown:
        return before or Snapshot((), {})
    last = before.tables if before and before.names == shown else {}
    if last and not _sizes_are_quiet(counts, next(iter(last.values()))):
        assert before is not None
        return before
    tables = {
        statement: _renewed(shown, counts[:, column], last.get(statement))
        for column, statement in enumerate(statements)
    }
    return Snapshot(shown, tables)


def _sizes_are_quiet(counts: Counts, last: Table) -> bool:
    change = counts[:, 0].sum(axis=1) - last.exact.sum(axis=1)
    return quiet(np.append(change, change.sum()))


def _renewed(names: tuple[str, ...], counts: Counts, last: Table | None) -> Table:
    if last is None:
        return table(names, counts)
    if np.array_equal(counts, last.exact):
        return last
    for finest in range(ALL):
        made = table(names, counts, finest=finest, first=last.first)
        if made.level < ALL and _is_quiet(made, last):
            return made
    return last


def _is_quiet(made: Table, last: Table) -> bool:
    """Tell whether no difference that the two tables allow speaks of fewer than ten people."""
    change = made.exact - last.exact
    both = [max(one, other) for one, other in zip(made.levels, last.levels, strict=True)]
    for level in range(max(made.level, last.level), ALL):
        cells = at(change, made.partitions[level])
        told = [row for row, one in enumerate(both) if one <= level]
        left = cells.sum(axis=0) - cells[told].sum(axis=0)
        if not quiet(cells[told]) or not quiet(left) or not quiet(cells.sum(axis=0)):
            return False
    return True
