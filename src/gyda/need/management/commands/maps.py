"""`gyda maps`: keep the maps of all open conversations up to date, within a second of a vote."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections


class Command(BaseCommand):
    """Goes on until it is stopped; `--once` is for a timer."""

    help = "Keep the maps of open conversations up to date as votes come in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--each", type=float, default=0.5, metavar="SECONDS", help="the pause")
        parser.add_argument("--once", action="store_true", help="do what is due, and stop")

    def handle(self, *, each: float, once: bool, **options: Any) -> None:
        from gyda.need.map.actions.keep_up import watch
        from gyda.need.map.actions.update import Memory

        memory: Memory = {}
        if not once:
            os.nice(10)  # whoever waits for a page goes first
        while True:
            watch(memory)
            if once:
                return
            close_old_connections()
            time.sleep(each)
