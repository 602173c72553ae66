"""`gyda check_book [HUB ...]`: recompute balances from transfers; fails when one is off."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gyda.ledger.verify import check_book
from gyda.people.models import Hub


class Command(BaseCommand):
    help = "Recompute all balances from the transfers and compare. Run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("hubs", nargs="*", help="slugs of hubs; all when none is named")

    def handle(self, *args: Any, **options: Any) -> None:
        hubs = Hub.objects.order_by("slug")
        if options["hubs"]:
            hubs = hubs.filter(slug__in=options["hubs"])
        wrong = [hub.slug for hub in hubs if not self._agrees(hub)]
        if wrong:
            raise CommandError(f"The book does not agree: {', '.join(wrong)}")

    def _agrees(self, hub: Hub) -> bool:
        report = check_book(hub.id)
        for line in report.lines():
            self.stderr.write(f"{hub.slug}: {line}")
        if report.agrees:
            self.stdout.write(f"{hub.slug}: {report.transfers} transfers, the book agrees")
        return report.agrees
