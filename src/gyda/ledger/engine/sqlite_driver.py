"""The one statement of an order on SQLite's own connection, past Django's cursor."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from django.db import IntegrityError

from gyda.ledger.engine import driver
from gyda.ledger.engine import sqlite_sql as sql

# The connection of each Django wrapper that has the view. One made inside a transaction would go
# with a rollback: then it is asked for again each time.
_ready: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()


def place(row: Sequence[Any]) -> str | None:
    """Carry out one order and return its unit; None when a constraint refused it."""
    connection = driver.connection()
    _make_ready(connection)
    run = partial(_all_rows, connection.connection)
    try:
        return str(driver.observed(connection, run, sql.PLACE, row)[0][0])
    except IntegrityError:
        return None


def _all_rows(raw: Any, text: str, row: Sequence[Any], *_: Any) -> list[Any]:
    return list(raw.execute(text, row))  # past the last row the statement ends, and commits


def _make_ready(connection: Any) -> None:
    if _ready.get(connection) is connection.connection:
        return
    for statement in sql.PLACING:
        connection.connection.execute(statement)
    if not connection.in_atomic_block:
        _ready[connection] = connection.connection
