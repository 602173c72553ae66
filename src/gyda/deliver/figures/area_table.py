"""Reads a table of areas: a place, its fifth by deprivation, and how many people live there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gyda.people.areas import folded

MOST_ROWS = 20_000
MOST_BYTES = 2_000_000
MOST_FAULTS = 10
NAMES = {
    "place": ("place", "area", "name", "lle", "ardal", "enw", "code", "lsoa21cd", "lsoa21nm"),
    "fifth": ("fifth", "quintile", "pumed", "wimd_quintile", "wimd2025_quintile"),
    "people": ("people", "population", "pobl", "poblogaeth", "residents", "trigolion"),
}


@dataclass(frozen=True)
class Row:
    """One place."""

    name: str
    fifth: int
    people: int


@dataclass(frozen=True)
class Read:
    """What was read; with faults, nothing of it counts."""

    rows: list[Row]
    faults: list[str]


def read(text: str) -> Read:
    """Return the rows of a table, or what is wrong with it, row by row.

    >>> read("place,fifth,people\\nPentre Isaf,1,840").rows
    [Row(name='Pentre Isaf', fifth=1, people=840)]
    >>> len(read("place,fifth,people\\n" + 200_000 * "x").faults)
    1
    """
    try:
        lines = list(_lines(text))
    except csv.Error:
        return Read([], [_("This is no table of text: save it as CSV (UTF-8)")])
    columns = _columns(lines[0]) if lines else {}
    missing = [name for name in NAMES if name not in columns]
    if missing:
        said = _("The first row must name three columns: place, fifth, people")
        return Read([], [said])
    rows: list[Row] = []
    faults: list[str] = []
    for number, cells in enumerate(lines[1:], start=2):
        found = _row(cells, columns)
        if isinstance(found, Row):
            rows.append(found)
        elif any(cell.strip() for cell in cells):
            faults.append(_("Row %(number)s: %(fault)s") % {"number": number, "fault": found})
    return Read(rows, [*faults, *_twice(rows)][:MOST_FAULTS] or _empty(rows))


def _empty(rows: Sequence[Row]) -> list[str]:
    return [] if rows else [_("There is no row in this table")]


def _lines(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    yield from csv.reader(io.StringIO(text), delimiter=delimiter)


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Return where each column stands, by its name in Welsh, English or the official files."""
    found: dict[str, int] = {}
    for place, cell in enumerate(heading):
        for name, spelt in NAMES.items():
            if cell.strip().lower().lstrip("\ufeff") in spelt:
                found.setdefault(name, place)
    return found


def _row(cells: Sequence[str], columns: dict[str, int]) -> Row | str:
    """Return the row, or what is wrong with it."""
    if len(cells) <= max(columns.values()):
        return _("a cell is missing")
    name, fifth, people = (cells[columns[name]].strip() for name in ("place", "fifth", "people"))
    if not name or len(name) > 80:
        return _("write the name of the place, in 80 letters at most")
    if fifth not in {"1", "2", "3", "4", "5"}:
        return _("the fifth is a number from 1, the most deprived, to 5")
    number = people.replace(",", "").replace(" ", "")
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        return _("the number of people is a whole number")
    return Row(name, int(fifth), int(number))


def _twice(rows: Sequence[Row]) -> list[str]:
    seen: set[str] = set()
    faults = []
    for row in rows:
        if folded(row.name) in seen:
            faults.append(_("This place stands there twice: %(name)s") % {"name": row.name})
        seen.add(folded(row.name))
    return faults
