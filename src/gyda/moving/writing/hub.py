"""All tables of the current hub, in the shape in which they are read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from pathlib import Path

from gyda.moving.sheets.columns import COLUMNS, FILES, Kind
from gyda.moving.writing.book import Book
from gyda.moving.writing.listings import rows_of_listings
from gyda.moving.writing.members import numbers, rows_of_members, rows_of_organisations
from gyda.moving.writing.tables import lines_of


def lines_of_table(kind: Kind) -> Iterator[str]:
    """Yield one table line by line."""
    known = numbers()
    rows = {
        Kind.ORGANISATIONS: lambda: rows_of_organisations(),
        Kind.MEMBERS: lambda: rows_of_members(known),
        Kind.LISTINGS: lambda: rows_of_listings(known),
        Kind.TRANSFERS: lambda: Book(known).transfers(),
        Kind.BALANCES: lambda: Book(known).balances(),
    }[kind]()
    return lines_of([column.name for column in COLUMNS[kind]], rows)


def write_folder(folder: Path) -> list[Path]:
    """Write all tables into a folder, and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, name in FILES.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines_of_table(kind))
        written.append(path)
    return written


def template(kind: Kind, language: str) -> Iterator[str]:
    """Yield an empty table with its heads in one language, and a row to show how it is filled."""
    columns = COLUMNS[kind]
    heads = [column.cy if language == "cy" else column.name for column in columns]
    return lines_of(heads, [[column.example for column in columns]])
