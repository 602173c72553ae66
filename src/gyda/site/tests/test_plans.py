"""A page of a list is read from the list's own table, whatever SQLite's planner believes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from gyda.deliver.models import Listing
from gyda.keys.context import in_hub
from gyda.people.tests.builders import a_cast
from gyda.site.chores import count_rows


@pytest.mark.sqlite  # PostgreSQL sees where a page ends
def test_a_page_of_listings_starts_at_the_listings(db: Any) -> None:
    with in_hub(a_cast().hub.id):
        page = Listing.objects.shown(timezone.localdate()).order_by("-id")
        words = str(page.select_related("member", "category")[:20].query)
        assert "CROSS JOIN" in words
        assert "INNER JOIN" not in words
        assert "INNER JOIN" in str(page.select_related("member", "category").query)


def test_counting_rows_does_no_harm_on_either_engine(db: Any) -> None:
    hub = a_cast().hub
    with in_hub(hub.id):
        count_rows(now=timezone.now())
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT count(*) FROM sqlite_stat1")
                assert cursor.fetchone()[0] > 0
