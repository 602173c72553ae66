"""The engine on PostgreSQL: a prepared statement on the driver's own connection."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from gyda.keys.context import current_hub
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.postgres_sql import FOLD, PLACE, PLACE_MANY
from gyda.ledger.engine.results import Code, Outcome

Row = tuple[Any, ...]
POCKET_0 = -1


def place(order: Order) -> Outcome:
    """Place one order: one round trip, and the commit with it when no transaction is open."""
    outcome = _place(order, lane=_own_lane())
    if outcome.code in (Code.FOLD, Code.MISSING):
        return _place_without_lanes(order)
    return outcome


def _place_without_lanes(order: Order) -> Outcome:
    """Place an order over pocket 0 of both sides, after the payer's lanes are emptied into it."""
    with transaction.atomic():
        _run(FOLD, (current_hub(), [order.debit, order.credit], [order.debit]))
        outcome = _place(order, lane=POCKET_0)
    return Outcome(Code.FLOOR) if outcome.code == Code.FOLD else outcome


def _own_lane() -> int:
    """Give each connection a lane of its own, as far as there are enough."""
    connection.ensure_connection()
    return int(cast(Any, connection.connection).info.backend_pid)


def _place(order: Order, *, lane: int) -> Outcome:
    parameters = (
        current_hub(),
        order.key,
        order.debit,
        order.credit,
        order.amount,
        order.kind,
        order.phase,
        order.moved,
        order.reserved,
        order.resolves,
        order.reverses,
        order.until,
        order.at,
        lane,
    )
    code, unit = cast(Row, _run(PLACE, parameters))
    return Outcome(Code(code), unit or "")


def place_many(orders: Sequence[Order]) -> Outcome:
    """Place many orders in one statement; someone else's same keys, meanwhile stored, count."""
    try:
        outcome = _place_many(orders)
    except IntegrityError:
        outcome = _place_many(orders)
    return outcome


def _place_many(orders: Sequence[Order]) -> Outcome:
    parameters = (current_hub(), *_columns(orders))
    with transaction.atomic():
        code, account, keys, units = cast(Row, _run(PLACE_MANY, parameters))
        if code == Code.FOLD:
            payers = [order.debit for order in orders]
            _run(FOLD, (current_hub(), payers, payers))
            code, account, keys, units = cast(Row, _run(PLACE_MANY, parameters))
    if code:
        return Outcome(Code.FLOOR if code == Code.FOLD else Code(code), account=account)
    return Outcome(Code.OK, units=dict(zip(keys or [], units or [], strict=True)))


def _columns(orders: Sequence[Order]) -> list[list[Any]]:
    rows = [
        (o.key, o.debit, o.credit, o.amount, o.kind, o.phase, o.moved, o.reserved)
        + (o.resolves, o.reverses, o.until, o.at)
        for o in orders
    ]
    return [list(column) for column in zip(*rows, strict=True)]


def _run(sql: str, parameters: Sequence[UUID | Any]) -> Row | None:
    """Run a statement on the driver's connection, past Django's cursor and client-side quoting."""
    from psycopg import RawCursor  # only where there is a PostgreSQL

    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    raw = cast(Any, connection.connection)
    if raw.prepare_threshold is None:
        raw.prepare_threshold = 1  # of all cursors, only ours bind on the server
    with connection.wrap_database_errors:
        cursor: Any = RawCursor(raw)
        cursor.execute(sql, parameters, prepare=True)
        return cast(Row, cursor.fetchone()) if cursor.description else None
