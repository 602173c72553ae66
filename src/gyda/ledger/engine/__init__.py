"""Puts orders into the book: one statement on PostgreSQL, one short transaction on SQLite."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from gyda.ledger.engine import driver, postgres, sqlite
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.results import Outcome


def place(order: Order) -> Outcome:
    """Carry out one order if the rules allow it, and say what came of it; never half."""
    ready = driver.connection()
    is_postgres = ready.vendor == "postgresql"
    return postgres.place(order, ready) if is_postgres else sqlite.place(order, ready)


def fold(accounts: Sequence[UUID]) -> None:
    """Bring all that these accounts have in lanes into pocket 0, and keep these rows locked."""
    if connection.vendor == "postgresql":
        postgres.fold(accounts)
    else:
        sqlite.fold(accounts)


def place_many(orders: Sequence[Order]) -> Outcome:
    """Carry out all orders, or none; an account's limits hold for what is left at the end."""
    if connection.vendor == "postgresql":
        return postgres.place_many(orders)
    return sqlite.place_many(orders)
