"""`gyda export_journal HUB PATH`: the open data of a hub, as anyone may check it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.journal.actions import seal
from gyda.people.models import Hub
from gyda.site.export import export
from gyda.terminal.progress import Progress


class Command(BaseCommand):
    """Seal what is not sealed yet, then write the export."""

    help = "Write a hub's sealed journal and its book to a folder, or to a file PATH.zip."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("hub", help="the hub's short name, as in its address")
        parser.add_argument("path", type=Path)
        parser.add_argument(
            "--whole",
            action="store_true",
            help="with private entries, true ids and times: for your own safe, never to publish",
        )

    def handle(self, *, hub: str, path: Path, whole: bool, **options: Any) -> None:
        found = Hub.objects.filter(slug=hub).first()
        if found is None:
            raise CommandError(f"There is no hub named {hub}.")
        seal(hub_id=found.id)
        with Progress("lines written") as progress:
            manifest = export(found, path, whole=whole, step=progress.step)
        counts = ", ".join(f"{said['lines']:,} {name}" for name, said in manifest["files"].items())
        self.stdout.write(f"{path}: {counts}")
        self.stdout.write(f"Latest seal, to keep: {manifest['latest_seal'] or 'none yet'}")
