"""Sheets as people export them: any usual delimiter, header names and cells in any spelling."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gyda.methods.errors import BadInput

DELIMITERS = ",;\t"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")  # noqa: RUF001


def folded(text: str) -> str:
    """Return what two spellings of one word have in common.

    >>> folded(" 18–29  Years") == folded("18-29 years")  # noqa: RUF002
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().split())


def named(header: str) -> str:
    """Return the same of a column's name, in which marks stand for spaces.

    >>> named("Min_Flex") == named("min flex")
    True
    """
    return " ".join(re.sub(r"[_\-]", " ", folded(header)).split())


class Faults(BadInput):
    """Every fault of a file at once; `faults` lists them, this one is the first."""

    def __init__(self, faults: Sequence[BadInput]) -> None:
        """Take on the first fault and keep all."""
        first = faults[0]
        super().__init__(first.code, line=first.line)
        self.values = first.values
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Row:
    """A row of a sheet: the line where it begins, and its cells by header."""

    line: int
    cells: Mapping[str, str]


@dataclass
class Sheet:
    """Headers, rows that are not blank, and what is wrong so far."""

    headers: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    faults: list[BadInput] = field(default_factory=list)

    def column(self, *names: str) -> str | None:
        """Return the header that is one of the names, however it is spelt."""
        known = {named(header): header for header in reversed(self.headers)}
        return next((known[named(name)] for name in names if named(name) in known), None)

    def fault(self, code: str, line: int | None = None, **values: str | int) -> None:
        """Note a fault."""
        fault = BadInput(code, line=line)
        fault.values = dict(values)
        self.faults.append(fault)

    def need(self, columns: Iterable[str]) -> None:
        """Note columns that stand there twice."""
        for column in columns:
            if sum(named(header) == named(column) for header in self.headers) > 1:
                self.fault("column-twice", 1, column=column)

    def raise_faults(self) -> None:
        """Raise Faults when there are any."""
        if self.faults:
            raise Faults(self.faults)


def read_sheet(text: str, known: Callable[[str], bool]) -> Sheet:
    """Return a CSV text with commas, semicolons or tabs between its cells.

    The delimiter is the one under which most headers are `known`, then the most columns.
    Raises BadInput when this is no CSV.
    """
    text = text.removeprefix("\ufeff")
    marks = {mark: _parsed(text.partition("\n")[0], mark, strict=False) for mark in DELIMITERS}

    def worth(mark: str) -> tuple[int, int]:
        headers = [cell for _, cells in marks[mark] for cell in cells]
        return sum(known(named(cell)) for cell in headers), len(headers)

    lines = _parsed(text, max(DELIMITERS, key=worth), strict=True)
    headers = [cell.strip() for cell in lines[0][1]] if lines else []
    sheet = Sheet(headers)
    for line, cells in lines[1:]:
        if any(cell.strip() for cell in cells):
            _add(sheet, line, cells)
    return sheet


def _parsed(text: str, mark: str, *, strict: bool) -> list[tuple[int, list[str]]]:
    """Return rows with the lines they begin in."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=strict)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        if strict:
            raise BadInput("not-csv", line=line, reason=str(error)) from None
    return found


def _add(sheet: Sheet, line: int, cells: Sequence[str]) -> None:
    headers = sheet.headers
    if any(cell.strip() for cell in cells[len(headers) :]):
        sheet.fault("too-many-cells", line, cells=len(cells), columns=len(headers))
    pairs = zip(reversed(headers), reversed([*cells, *[""] * len(headers)][: len(headers)]),
                strict=True)  # fmt: skip
    sheet.rows.append(Row(line, {header: cell.strip() for header, cell in pairs}))
