"""Counts the figures of a hub with 100,000 members and 1,000,000 transfers, and times their pages.

CPU seconds of this process and, on PostgreSQL, of the server's process that serves it.
`python -m bench.figures [sqlite|postgres] [MEMBERS TRANSFERS]`.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.growth import ENGINES, FULL

INSIDE = "BENCH_FIGURES_INSIDE"
TICKS = os.sysconf("SC_CLK_TCK")
PAGES = (
    *("figures/", "figures/table/", "figures/inside/", "figures/inside/table/"),
    *("figures/{month}/neighbour/", "figures/{month}/organised/", "figures/{month}/active/"),
    *("figures/members/both/", "figures/members/quiet-long/"),
    *("figures/members/partners-1/", "figures/members/partners-3-4/"),
    *("figures/places/?name={place}", "figures/kinds/session/"),
    *("figures/kinds/none/", "figures/kinds/none/?month={month}"),
)


def _server() -> int:
    """Return the process that serves our connection, or 0 where there is none."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _used(server: int) -> float:
    """Return the CPU seconds used so far, here and by the server's process."""
    there = 0
    if server:
        fields = Path(f"/proc/{server}/stat").read_text().rsplit(")", 1)[1].split()
        there = int(fields[11]) + int(fields[12])
    return time.process_time() + there / TICKS


def _timed(what: str, act: Callable[[], object], note: str = "") -> None:
    server = _server()
    start = _used(server)
    result = act()
    status = getattr(result, "status_code", "")
    print(f"{what:34} {_used(server) - start:8.2f} s  {status} {note}", flush=True)


def measure(members: int, transfers: int) -> None:
    """Grow a hub, count it, count it again, and read its pages."""
    from django.conf import settings
    from django.db import connection, connections
    from django.test.utils import CaptureQueriesContext, override_settings
    from django.utils import timezone

    from bench.growth_pages import PLAIN, Site
    from gyda.deliver.figures.actions.fold import check, fold
    from gyda.deliver.figures.spans import month_of
    from gyda.keys.context import in_hub
    from gyda.people.models import Hub, Member
    from gyda.site.growth import Size

    site = Site(connections["default"])
    site.fill(Size(members, transfers), lambda line: print(line, flush=True))
    hub, now = Hub.objects.get(), timezone.now()
    with in_hub(hub.id):
        _timed("all months for the first time", lambda: fold(hub_id=hub.id, now=now))
        _timed("the open month, every hour", lambda: fold(hub_id=hub.id, now=now))
        _timed("the year up to now, once a day", lambda: fold(hub_id=hub.id, now=now, whole=True))
        _timed("against the ledger, once a day", lambda: check(hub_id=hub.id, now=now))
        place = Member.objects.exclude(area="").values_list("area", flat=True)[0]
    last = month_of(now)
    month = f"{last.year - (last.month == 1)}-{(last.month - 2) % 12 + 1:02d}"
    with override_settings(STORAGES=settings.STORAGES | PLAIN):
        for path in PAGES:
            address = f"/cy/hubs/tref/{path.format(month=month, place=place)}"
            site.client.get(address)
            with CaptureQueriesContext(connection) as captured:
                site.client.get(address)
            _timed(path, partial(site.client.get, address), f"{len(captured)} queries")


def main() -> int:
    """Measure on the engines asked for."""
    size = [a for a in sys.argv[1:] if a.isdigit()] or list(FULL)
    if os.environ.get(INSIDE):
        measure(int(size[0]), int(size[1]))
        return 0
    failed = 0
    for engine in [a for a in sys.argv[1:] if a in ENGINES] or list(ENGINES):
        print(f"— {engine}", flush=True)
        failed |= _run(engine, size)
    return failed


def _run(engine: str, size: list[str]) -> int:
    command = [sys.executable, "-m", "bench.figures", *size]
    environment = os.environ | {INSIDE: "1", "GYDA_DEMO": ""}
    if engine == "postgres":
        from tests.on_postgres import a_server

        # Helpers of the server's process would work unseen by who counts its seconds.
        alone = {"PGOPTIONS": "-c max_parallel_workers_per_gather=0"}
        with a_server() as url:
            return subprocess.call(command, env=environment | alone | {"DATABASE_URL": url})
    with tempfile.TemporaryDirectory(prefix="gyda-figures-") as folder:
        url = f"sqlite:///{folder}/hub.sqlite3"
        return subprocess.call(command, env=environment | {"DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
