"""One hub, grown in one go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.ledger.accounts import MEMBERS
from gyda.people.models import Hub
from gyda.site.growth.book import add_accounts, add_transfers
from gyda.site.growth.doings import add_activities, add_exchanges, add_letters
from gyda.site.growth.hours import a_year_of_hours
from gyda.site.growth.people import add_listings, add_people
from gyda.site.growth.town import Size, Town

Say = Callable[[str], object]


def grow(hub: Hub, size: Size, *, seed: int = 1, say: Say = lambda line: None) -> Town:
    """Add members, listings, transfers and all that hangs on them to the hub; the book agrees."""
    random = Random(seed)  # noqa: S311  # for a town that is the same each time
    town = Town(hub, size, timezone.now(), random)
    _take_room()
    with in_hub(hub.id), transaction.atomic():
        floor, ceiling = MEMBERS["floor"], MEMBERS["ceiling"]
        hours = a_year_of_hours(size.members, size.transfers, floor, ceiling, random)
        say(f"{len(hours):>9,} transfers drawn")
        say(f"{add_people(town):>9,} members")
        say(f"{add_accounts(town, hours):>9,} accounts")
        say(f"{add_transfers(town, hours):>9,} transfers")
        say(f"{add_listings(town):>9,} listings")
        say(f"{add_exchanges(town, hours):>9,} exchanges")
        say(f"{add_activities(town):>9,} attendances")
        say(f"{add_letters(town):>9,} letters")
        _look_at_the_figures()
    return town


def _take_room() -> None:
    """Let SQLite keep its indexes in memory while they grow at every place at once."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -524288")


def _look_at_the_figures() -> None:
    """Let the database count what it has, as it does by itself after a while."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
