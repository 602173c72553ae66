"""Rows of our own tables: heads found in either language, cells read by their columns."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gyda.moving.sheets.columns import COLUMNS, Column, Kind
from gyda.moving.sheets.faults import BadCell, Fault
from gyda.moving.sheets.table import Line, Table
from gyda.web.forms import BREAKS

TO_MEND = ("to mend", "i'w drwsio")  # our own last column in what is kept back


@dataclass
class Row:
    """What one row says, column by column; a row with faults is not brought in."""

    line: int
    values: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)
    make: str = ""  # whose table it is, where that matters

    def blame(self, column: str, code: str, **values: str | int) -> None:
        self.faults.append(Fault(self.line, column, code, values))

    def remark(self, column: str, code: str, **values: str | int) -> None:
        self.faults.append(Fault(self.line, column, code, values, is_note=True))

    @property
    def is_good(self) -> bool:
        return all(fault.is_note for fault in self.faults)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


@dataclass(frozen=True)
class Sheet:
    """A table that was read: which one it is, of which make, and its rows."""

    kind: Kind
    make: str
    rows: list[Row]
    notes: list[Fault]


def kind_of(heads: Sequence[str]) -> Kind | None:
    """Return which of our tables has all that is needed among these heads."""
    given = {_plain(head) for head in heads}
    fitting = [kind for kind, columns in COLUMNS.items() if _fits(columns, given)]
    return max(fitting, key=lambda kind: _matches(COLUMNS[kind], given), default=None)


def _fits(columns: Sequence[Column], given: set[str]) -> bool:
    return all(given & {column.name, column.cy} for column in columns if column.needed)


def _matches(columns: Sequence[Column], given: set[str]) -> int:
    return sum(bool(given & {column.name, column.cy}) for column in columns)


def read_own(table: Table, kind: Kind) -> Sheet:
    """Read a table of ours."""
    columns = COLUMNS[kind]
    known = {name: column for column in columns for name in (column.cy, column.name)}
    at = [known.get(_plain(head)) for head in table.heads]
    notes = [
        Fault(1, head, "unknown-column", is_note=True)
        for head, column in zip(table.heads, at, strict=True)
        if head and column is None
    ]
    return Sheet(kind, "GYDA", [_row(line, at, columns) for line in table.lines], notes)


def _plain(head: str) -> str:
    return "_".join(head.casefold().replace("-", "").split())


def _row(line: Line, at: Sequence[Column | None], columns: Sequence[Column]) -> Row:
    row = Row(line.number, {column.name: column.default for column in columns})
    if any(line.cells[len(at) :]):
        row.blame("", "too-many-cells")
    texts = {
        column.name: cell for column, cell in zip(at, line.cells, strict=False) if column and cell
    }
    for column in columns:
        read_cell(row, column, texts)
    return row


def read_cell(row: Row, column: Column, texts: Mapping[str, str]) -> None:
    """Read one cell into the row, or say what is wrong with it."""
    text = texts.get(column.name, "")
    if not text:
        if column.needed:
            row.blame(column.name, "missing")
        return
    if column.most and len(text) > column.most:
        row.blame(column.name, "too-long", most=column.most)
        return
    try:
        row.values[column.name] = column.read(text if column.lines else BREAKS.sub(" ", text))
    except BadCell as bad:
        row.blame(column.name, bad.code, **bad.values)
