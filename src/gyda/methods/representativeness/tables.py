"""A table of counts with its sums, published so that no small number can be worked out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gyda.methods.errors import BadInput
from gyda.methods.representativeness.audit import Cell, span
from gyda.methods.representativeness.suppression import LEAST


@dataclass(frozen=True)
class Table:
    """A table as it may be published; None is held back."""

    rows: tuple[tuple[int | None, ...], ...]
    row_sums: tuple[int | None, ...]
    column_sums: tuple[int | None, ...]
    total: int | None


def suppressed_table(rows: Sequence[Sequence[int]], least: int = LEAST) -> Table:
    """Hold back every count under `least` in a table and its sums, and what would give one away.

    Complementary suppression (Cox 1980, JASA 75; Fischetti and Salazar 2001, Management Science):
    a cell is safe when sums and signs allow more than one value for it, `least` or more among them;
    as long as one is not, the smallest neighbour in its row or column is held back as well. What is
    held back together in one line sums to `least` or more. Raises BadInput `table-not-square`,
    `count-not-whole`.

    >>> suppressed_table([[20, 3, 9], [8, 30, 7]]).rows
    ((20, None, None), (8, None, None))
    """
    full = _with_sums(rows)
    hidden = {cell for cell, count in _cells(full) if count < least}
    while (near := _where_more_must_go(full, hidden, least)) is not None:
        shown = [cell for cell in near if cell not in hidden]
        shown = shown or [cell for cell, _ in _cells(full) if cell not in hidden]
        if not shown:
            break
        hidden.add(min(shown, key=lambda cell: _price(full, cell)))
    return _published(full, _no_more_than_need(full, hidden, least))


def _no_more_than_need(full: Sequence[Sequence[int]], hidden: set[Cell], least: int) -> set[Cell]:
    """Show again, from the most important on, what turns out not to have been needed."""
    needed = set(hidden)
    for cell in sorted(hidden, key=lambda cell: _price(full, cell), reverse=True):
        large = full[cell[0]][cell[1]] >= least
        if large and _where_more_must_go(full, needed - {cell}, least) is None:
            needed.remove(cell)
    return needed


def _with_sums(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise BadInput("table-not-square", row=number)
        for count in row:
            if not isinstance(count, int) or count < 0:
                raise BadInput("count-not-whole", row=number, count=count)
    full = [[*row, sum(row)] for row in rows]
    return [*full, [sum(column) for column in zip(*full, strict=True)]]


def _cells(full: Sequence[Sequence[int]]) -> Iterator[tuple[Cell, int]]:
    for r, row in enumerate(full):
        for c, count in enumerate(row):
            yield (r, c), count


def _where_more_must_go(
    full: Sequence[Sequence[int]], hidden: set[Cell], least: int
) -> list[Cell] | None:
    """Return the line, or row and column, of the first cell that can be told; None if none can."""
    for line in _lines(full):
        within = [cell for cell in line if cell in hidden]
        if len(within) == 1:
            return line
        if within and line[-1] not in hidden and sum(full[r][c] for r, c in within) < least:
            return line
    for cell in sorted(hidden):
        lowest, highest = span(full, hidden, cell)
        if lowest == highest or highest < least:
            return [c for c, _ in _cells(full) if c[0] == cell[0] or c[1] == cell[1]]
    return None


def _lines(full: Sequence[Sequence[int]]) -> Iterator[list[Cell]]:
    for r in range(len(full)):
        yield [(r, c) for c in range(len(full[0]))]
    for c in range(len(full[0])):
        yield [(r, c) for r in range(len(full))]


def _price(full: Sequence[Sequence[int]], cell: Cell) -> tuple[int, int, Cell]:
    """Small cells go first, a sum only when there is no other, the total last."""
    sums = (cell[0] == len(full) - 1) + (cell[1] == len(full[0]) - 1)
    return sums, full[cell[0]][cell[1]], cell


def _published(full: Sequence[Sequence[int]], hidden: set[Cell]) -> Table:
    shown = [
        tuple(None if (r, c) in hidden else count for c, count in enumerate(row))
        for r, row in enumerate(full)
    ]
    return Table(
        rows=tuple(row[:-1] for row in shown[:-1]),
        row_sums=tuple(row[-1] for row in shown[:-1]),
        column_sums=shown[-1][:-1],
        total=shown[-1][-1],
    )
