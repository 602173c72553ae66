"""Reads many tables as they stood at one moment, while others go on writing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Run the block on one state of the database, without keeping any writer waiting."""
    if connection.in_atomic_block:  # inside somebody's transaction: theirs is the snapshot
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        with _deferred():
            yield


@contextmanager
def _deferred() -> Iterator[None]:
    """Begin in SQLite's own way: an IMMEDIATE transaction, as Gyda's are, would stop writers."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
