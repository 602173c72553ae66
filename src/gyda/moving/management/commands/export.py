"""`gyda export FOLDER --hub SLUG`: write a hub's tables, as they can be brought in again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.keys.context import in_hub
from gyda.moving.writing.hub import write_folder
from gyda.people.models import Hub


class Command(BaseCommand):
    """Names and addresses are in it: keep it private."""

    help = "Write a hub's members, offers, asks, balances and past transfers as CSV tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--hub", required=True, help="the slug of the hub")

    def handle(self, *, folder: Path, hub: str, **options: Any) -> None:
        found = Hub.objects.filter(slug=hub).first()
        if found is None:
            raise CommandError(f"There is no hub {hub}.")
        with in_hub(found.id):
            for path in write_folder(folder):
                self.stdout.write(str(path))
