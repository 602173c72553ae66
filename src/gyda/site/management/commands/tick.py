"""Does what is due in every hub: sends letters, seals the journal, lets holds lapse."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from gyda.journal.ticking import tick, tick_install
from gyda.people.models import Hub


class Command(BaseCommand):
    """`gyda tick`, once a minute by a timer; or `gyda tick --each 60`, which goes on."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--each", type=int, metavar="SECONDS", help="go on, with this pause")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = self._all_hubs()
        while options["each"]:
            time.sleep(options["each"])
            close_old_connections()
            self._all_hubs()
        if failed:
            raise CommandError("Some chores failed: " + ", ".join(sorted(failed)))

    def _all_hubs(self) -> set[str]:
        hubs = Hub.objects.order_by("id").values_list("id", flat=True)
        failed = set(tick_install(now=timezone.now()))
        return failed | {name for hub in hubs for name in tick(hub_id=hub, now=timezone.now())}
