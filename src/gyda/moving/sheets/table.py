"""A table: its heads, and its rows with the line on which each begins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gyda.moving.sheets.faults import Unreadable
from gyda.web.forms import HIDDEN

DELIMITERS = (",", ";", "\t")
QUOTED_FORMULA = re.compile(r"'+\s*[=+\-@＝＋－＠]")


@dataclass(frozen=True)
class Line:
    """One row as it stands in the file."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """Heads as they are written, and the rows below them that are not empty."""

    heads: list[str]
    lines: list[Line]
    delimiter: str


def read(text: str) -> Table:
    """Read a table; the delimiter is the one that the first line has most of."""
    delimiter = max(DELIMITERS, key=text.lstrip("\r\n").splitlines()[0].count)
    lines = list(_lines(text, delimiter))
    if not lines:
        raise Unreadable("empty")
    return Table([head.strip() for head in lines[0].cells], lines[1:], delimiter)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Unreadable("open-quotes", line=start) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Line(start, [_plain(cell) for cell in cells])
        start = reader.line_num + 1


def _plain(cell: str) -> str:
    """Take off the mark with which a table says that a text is no formula."""
    cell = HIDDEN.sub("", cell).strip()
    return cell[1:] if QUOTED_FORMULA.match(cell) else cell
