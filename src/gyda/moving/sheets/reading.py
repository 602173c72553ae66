"""From the bytes of one file to a sheet, whoever made it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.moving.sheets.decode import text_of
from gyda.moving.sheets.faults import Fault, Unreadable
from gyda.moving.sheets.rows import TO_MEND, Sheet, kind_of, read_own
from gyda.moving.sheets.table import Line, Table, read
from gyda.moving.sheets.timeoverflow import read_timeoverflow


@dataclass(frozen=True)
class Found:
    """A file as it was read."""

    text: str
    table: Table
    sheet: Sheet
    notes: list[Fault]


def read_file(data: bytes) -> Found:
    """Read a file, or raise Unreadable."""
    text, _, notes = text_of(data)
    table, sheet = sheet_of(text)
    return Found(text, table, sheet, [*notes, *sheet.notes])


def sheet_of(text: str) -> tuple[Table, Sheet]:
    """Read the text of a table: TimeOverflow's by its shape, ours by its heads."""
    table = _bare(read(text))
    if sheet := read_timeoverflow(table):
        return table, sheet
    kind = kind_of(table.heads)
    if kind is None:
        raise Unreadable("unknown-table", found=", ".join(table.heads)[:200])
    return table, read_own(table, kind)


def _bare(table: Table) -> Table:
    """Leave out the last column of a table that was kept back: our own words."""
    width = len(table.heads) - 1
    if table.heads[-1].casefold() not in TO_MEND:
        return table
    lines = [Line(one.number, one.cells[:width]) for one in table.lines]
    return Table(table.heads[:width], lines, table.delimiter)
