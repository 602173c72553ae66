"""`gyda backup FILE`: one file with everything, made while the site runs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.site import backup


class Command(BaseCommand):
    """Write a backup."""

    help = "Write a backup of the whole install to FILE (.tar.gz) while the site runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            path = backup.make(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{path}: {path.stat().st_size / 1_000_000:.1f} MB. Keep it private.")
