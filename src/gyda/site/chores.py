"""What the site does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import connection

from gyda.keys import ticks
from gyda.people.models import Hub
from gyda.site.export import export
from gyda.site.open_data import file_of


def publish(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Make the file of open data anew."""
    export(Hub.objects.get(id=hub_id), file_of(hub_id))


def count_rows(*, now: datetime.datetime) -> None:
    """Let SQLite learn how its tables are filled: it plans without that, and PostgreSQL counts."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")  # a look, not a reading of every row
            cursor.execute("ANALYZE")


ticks.register("site.open_data", publish, every=datetime.timedelta(days=1))
ticks.register_for_install("site.count_rows", count_rows, every=datetime.timedelta(days=1))
