"""The one statement of an order on SQLite's own connection, past Django's cursor."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError

from gyda.ledger.engine import driver
from gyda.ledger.engine import sqlite_sql as sql

# Under this name Django's wrapper keeps which of its connections has the view. One made inside a
# transaction would go with a rollback: then it is asked for again each time.
READY = "ready_for_gyda"


def place(connection: Any, row: Sequence[Any]) -> bool:
    """Carry out one order and say that it is done, or that a constraint refused it."""
    try:
        driver.observed(connection, _run, sql.PLACE, row)
    except IntegrityError:
        return False
    return True


def _run(connection: Any, text: str, row: Sequence[Any]) -> None:
    raw = connection.connection
    if connection.__dict__.get(READY) is not raw:
        make_ready(connection, raw)
    raw.execute(text, row)


def make_ready(connection: Any, raw: Any) -> None:
    """Give a connection the view through which an order is one statement."""
    for statement in sql.PLACING:
        raw.execute(statement)
    if not connection.in_atomic_block:
        setattr(connection, READY, raw)
