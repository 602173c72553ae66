"""Throws the local database away and makes it anew, empty."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection


def clear() -> None:
    """Drop all tables and pictures, and migrate; only ever where there is a demo."""
    if not settings.DEMO:
        raise RuntimeError("Nothing is cleared where there may be real people.")
    if connection.vendor == "sqlite":
        _drop_tables()
    else:
        _drop_schema()
    shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


def _drop_tables() -> None:
    """Keep the file, which a running server may have open."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        names = connection.introspection.table_names(cursor)
        for name in names:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)}")
        cursor.execute("PRAGMA foreign_keys=ON")


def _drop_schema() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
