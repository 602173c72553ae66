"""Sheets: one column for each fact, as people keep tables."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from gyda.methods.criteria.facts import Fact, Value
from gyda.methods.criteria.table import Outcome
from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import Row, Sheet, folded, named, read_sheet

GROUP = "group:"


def as_csv(rows: Sequence[Sequence[object]]) -> str:
    """Return rows as CSV."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def said(value: Value | None) -> object:
    return "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else value


def outcome_of(text: str) -> Outcome:
    """Return an outcome by its word."""
    try:
        return Outcome(folded(text))
    except ValueError:
        raise BadInput("not-one-of", value=text[:80], known=", ".join(Outcome)) from None


def facts_of(sheet: Sheet, row: Row, by_code: Mapping[str, Fact]) -> dict[str, Value | None]:
    columns = {code: sheet.column(code) for code in by_code}
    return {
        code: by_code[code].read(row.cells[column]) for code, column in columns.items() if column
    }


def sheet_of(text: str, known: Mapping[str, object], *, grouped: bool = False) -> Sheet:
    names = {named(name) for name in known}
    sheet = read_sheet(text, lambda header: header in names)
    for header in sheet.headers:
        if named(header) in names or grouped and header.startswith(GROUP) or not header:
            continue
        raise BadInput("unknown-column", line=1, column=header[:80])
    sheet.need([*names, *[header for header in sheet.headers if header.startswith(GROUP)]])
    sheet.raise_faults()
    if not sheet.rows:
        raise BadInput("no-rows", line=1)
    return sheet


def needed(sheet: Sheet, name: str) -> None:
    if sheet.column(name) is None:
        raise BadInput("column-missing", line=1, column=name)


@contextmanager
def at_line(line: int) -> Iterator[None]:
    """Name the line of every fault that comes up inside."""
    try:
        yield
    except BadInput as error:
        error.line = error.line or line
        raise
