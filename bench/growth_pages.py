"""The measuring itself: two databases in one process, the same pages from each in turn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

from gyda.keys.context import in_hub  # noqa: E402
from gyda.people.models import Hub, Member  # noqa: E402
from gyda.site import env  # noqa: E402
from gyda.site.growth import Size, grow  # noqa: E402

PAGES = (
    "", "offers/", "asks/", "search/?q=ffon", "search/?q=help", "people/", "people/?q=g",
    "exchanges/", "activities/", "desk/", "desk/exchanges/", "desk/invite/", "thanks/", "journal/",
    "journal/mine/", "journal/notices/", "journal/audit/", "letters/", "me/", "my-listings/",
    "gifts/", "ledger/mine",
)  # fmt: skip
ROUNDS = 15
MOST_TIMES = 1.5
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@dataclass
class Site:
    """A hub in a database of its own, and its steward at a browser."""

    wrapper: Any
    client: Client = field(default_factory=lambda: Client(SERVER_NAME="127.0.0.1"))

    def use(self) -> None:
        """Make this database the one that all code reads."""
        connections["default"] = self.wrapper

    def fill(self, size: Size, say: Callable[[str], object]) -> None:
        """Migrate, grow the hub, and sign its steward in."""
        self.use()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        hub = Hub.objects.create(slug="tref", name_cy="Hwb y Dref", name_en="Town Hub")
        town = grow(hub, size, say=say)
        with in_hub(hub.id):
            Member.objects.filter(id=town.members[0]).update(role="STEWARD")
            steward = Member.objects.select_related("person").get(id=town.members[0])
        assert steward.person is not None  # noqa: S101
        self.client.force_login(steward.person, backend=settings.AUTHENTICATION_BACKENDS[0])

    def queries(self, path: str) -> int | None:
        """Return how many SQL queries the page takes, or None where there is no such page."""
        self.use()
        self.client.get(path)
        with CaptureQueriesContext(connection) as captured:
            response = self.client.get(path)
        return len(captured) if response.status_code == 200 else None

    def seconds(self, path: str) -> float:
        """Return how long the page takes."""
        self.use()
        start = time.perf_counter()
        self.client.get(path)
        return time.perf_counter() - start


def _site(url: str) -> Site:
    wrapper = connections.create_connection("default")
    wrapper.settings_dict = wrapper.settings_dict | env.database(url, settings.VAR)
    wrapper.settings_dict.setdefault("TIME_ZONE", None)
    return Site(wrapper)


def _line(path: str, small: Site, large: Site) -> bool:
    """Measure one page, print its line, and tell whether it keeps within its bounds."""
    address = f"/cy/hubs/tref/{path}"
    few, many = small.queries(address), large.queries(address)
    if few is None or many is None:
        print(f"{path or '(home)':22} no such page")
        return False
    pairs = [(small.seconds(address), large.seconds(address)) for _ in range(ROUNDS)]
    before, after = median(s for s, _ in pairs), median(t for _, t in pairs)
    ratio = median(t / s for s, t in pairs)
    good = many <= few and ratio <= MOST_TIMES
    figures = f"{few:5} {many:5} {before * 1000:9.1f} {after * 1000:9.1f} {ratio:7.2f}"
    print(f"{path or '(home)':22} {figures}  {'' if good else '<- too much'}", flush=True)
    return good


def main() -> int:
    """Fill both databases, measure every page, and return 0 when all is well."""
    small_url, members, transfers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    small, large = _site(small_url), _site(os.environ["DATABASE_URL"])
    start = time.monotonic()
    small.fill(Size(100, 1000), lambda line: None)
    large.fill(Size(members, transfers), lambda line: print(line, flush=True))
    print(f"grown on {connection.vendor} in {time.monotonic() - start:.0f} s\n")
    print(f"{'page':22} {'SQL':>5} {'SQL':>5} {'small ms':>9} {'large ms':>9} {'ratio':>7}")
    with override_settings(STORAGES=settings.STORAGES | PLAIN):
        results = [_line(path, small, large) for path in PAGES]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
