"""`gyda restore FILE`: put a backup back, then check the book and the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from gyda.people.models import Hub
from gyda.site import backup


class Command(BaseCommand):
    """Put a backup back."""

    help = "Replace this install by the backup in FILE. Stop the site first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="even if there are hubs here")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if Hub.objects.exists() and not replace:
            raise CommandError(
                "There are hubs here. Say --replace to put the backup in their place."
            )
        try:
            manifest = backup.put_back(file)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0)
        call_command("check_book")
        self.stdout.write(f"Restored as of {manifest['made_at']}.")
