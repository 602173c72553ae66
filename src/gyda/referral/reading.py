"""Reads the file behind the coverage: area, cluster in both languages, list size, and where."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.people.models.folded import folded_name
from gyda.referral.errors import BadFile, EmptyFile, NotThatFile

NEEDED = ("area", "cluster_cy", "cluster_en", "list_size")
WHERE = ("latitude", "longitude")
HEADER = (*NEEDED, *WHERE)
MOST = 2000
LONGEST = {"area": 60, "cluster_cy": 80, "cluster_en": 80}
TOO_LONG = gettext_lazy("this is too long")


@dataclass(frozen=True)
class Row:
    """One area."""

    area: str
    cluster_cy: str
    cluster_en: str
    list_size: int
    east: float | None = None
    north: float | None = None


def rows_of(text: str) -> list[Row]:
    """Return the rows of a CSV with commas, semicolons or tabs, or say what to mend, and where.

    >>> rows_of("area;cluster_cy;cluster_en;list_size\\nBala;De;South;8.1")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    gyda.referral.errors.BadFile: ...
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines:
        raise EmptyFile
    delimiter = max(",;\t", key=lines[0].count)
    table = csv.DictReader(lines, delimiter=delimiter)
    for name in NEEDED:
        if name not in [(field or "").strip() for field in table.fieldnames or ()]:
            raise NotThatFile(column=name)
    try:
        rows = list(_read(table))
    except csv.Error as error:
        raise BadFile(line=table.line_num, why=_("this is no line of a table")) from error
    if not rows:
        raise EmptyFile
    return rows


def _read(table: "csv.DictReader[str]") -> Iterator[Row]:
    seen: dict[str, int] = {}
    for cells in table:
        line = table.line_num
        if line > MOST:
            raise BadFile(line=line, why=_("the file may have two thousand lines at most"))
        values = {(name or "").strip(): (cell or "").strip() for name, cell in _plain(cells)}
        if not any(values.values()):
            continue
        row = _row(values, line)
        if folded_name(row.area) in seen:
            raise BadFile(line=line, why=_("this area stands in the file already"))
        seen[folded_name(row.area)] = line
        yield row


def _plain(cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give the named cells; what overflows the header is no part of a table."""
    return ((name, cell) for name, cell in cells.items() if isinstance(cell, str | None))


def _row(values: dict[str, str], line: int) -> Row:
    for name, longest in LONGEST.items():
        if not values.get(name):
            raise BadFile(line=line, why=_("this column is empty: %(name)s") % {"name": name})
        if len(values[name]) > longest:
            raise BadFile(line=line, why=TOO_LONG)
    size = values.get("list_size", "").replace(" ", "")
    if not (size.isascii() and size.isdigit() and len(size) < 8):
        raise BadFile(line=line, why=_("the list size must be a whole number"))
    north, east = (_degrees(values.get(name, ""), line) for name in WHERE)
    if (north is None) != (east is None):
        raise BadFile(line=line, why=_("give both latitude and longitude, or neither"))
    texts = {name: values[name] for name in LONGEST}
    return Row(list_size=int(size), east=east, north=north, **texts)


def _degrees(text: str, line: int) -> float | None:
    if not text:
        return None
    why: str | Promise = _("latitude and longitude are in degrees, such as 52.91 and -3.60")
    try:
        degrees = float(text)
    except ValueError:
        raise BadFile(line=line, why=why) from None
    if not -90 <= degrees <= 90:  # neither Wales nor its neighbours lie beyond
        raise BadFile(line=line, why=why)
    return degrees
