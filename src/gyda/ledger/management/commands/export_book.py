"""`gyda export_book HUB [FILE]`: the whole book as beancount text."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.ledger.beancount import export_book
from gyda.people.models import Hub


class Command(BaseCommand):
    help = "Write a hub's whole book as beancount text; check it with bean-check."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("hub", help="the hub's slug")
        parser.add_argument("file", nargs="?", help="where to write it; the terminal when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        hub = Hub.objects.filter(slug=options["hub"]).first()
        if hub is None:
            raise CommandError(f"There is no hub {options['hub']!r}.")
        if not options["file"]:
            self.stdout.writelines(export_book(hub))
            return
        with Path(options["file"]).open("w", encoding="utf-8") as file:
            file.writelines(export_book(hub))
