"""The engine on SQLite: a few statements in one IMMEDIATE transaction; writers come in turn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from gyda.keys.context import current_hub
from gyda.ledger.engine import sqlite_driver as driver
from gyda.ledger.engine import sqlite_sql as sql
from gyda.ledger.engine.limits import Change, Standing
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.results import PLACED, Code, Outcome

Changes = dict[UUID, Change]
Accounts = dict[UUID, Standing]


class _Taken(Exception):
    """A resolution or reversal among many orders is taken already."""


def place(order: Order, ready: Any) -> Outcome:
    """Place one order in one statement; what that refuses is looked at with care."""
    return PLACED if driver.place(ready, _placing(order)) else _place_with_care(order)


def _place_with_care(order: Order) -> Outcome:
    """Place one order step by step; a key that is taken is an answer."""
    with transaction.atomic(savepoint=False):
        outcome = _check([order])
        if outcome.code == Code.OK:
            if not _enter([order], outcome.units):
                return Outcome(Code.DUPLICATE)
            _change(_changes([order]))
    return Outcome(outcome.code, outcome.units.get(order.key, ""), outcome.account)


def place_many(orders: Sequence[Order]) -> Outcome:
    """Place all orders or none; keys that are stored are left out."""
    try:
        with transaction.atomic():
            return _place_fresh(_not_stored(orders))
    except _Taken:
        return Outcome(Code.DUPLICATE)


def _place_fresh(orders: Sequence[Order]) -> Outcome:
    outcome = _check(orders)
    if outcome.code == Code.OK:
        if _enter(orders, outcome.units) != len(orders):
            raise _Taken
        _change(_changes(orders))
    return outcome


def _check(orders: Sequence[Order]) -> Outcome:
    """Say whether the accounts allow the orders; bring in what lies in lanes if it is needed."""
    changes = _changes(orders)
    accounts = _read(changes)
    outcome = _verdict(orders, changes, accounts)
    if outcome.code == Code.FOLD:
        fold(key for key, account in accounts.items() if account.lanes)
        accounts = _read(changes)
        outcome = _verdict(orders, changes, accounts)
    return Outcome(Code.FLOOR, account=outcome.account) if outcome.code == Code.FOLD else outcome


def _verdict(orders: Sequence[Order], changes: Changes, accounts: Accounts) -> Outcome:
    for key in changes:
        if key not in accounts:
            return Outcome(Code.MISSING, account=key)
    for key, change in changes.items():
        if refusal := accounts[key].refusal(change):
            return Outcome(refusal, account=key)
    for order in orders:
        if accounts[order.debit].unit != accounts[order.credit].unit:
            return Outcome(Code.UNITS, account=order.credit)
    return Outcome(Code.OK, units={order.key: accounts[order.debit].unit for order in orders})


def _changes(orders: Iterable[Order]) -> Changes:
    changes: Changes = defaultdict(Change)
    for order in orders:
        changes[order.debit].moved -= order.moved
        changes[order.debit].held += order.reserved
        changes[order.credit].moved += order.moved
        changes[order.credit].due += order.reserved
    return dict(changes)


def _read(keys: Iterable[UUID]) -> Accounts:
    with connection.cursor() as cursor:
        cursor.execute(sql.ACCOUNTS, [_hub(), _as_json(keys)])
        return {UUID(row[0]): Standing(*row[1:]) for row in cursor.fetchall()}


def _not_stored(orders: Sequence[Order]) -> list[Order]:
    with connection.cursor() as cursor:
        cursor.execute(sql.STORED, [_hub(), _as_json(order.key for order in orders)])
        stored = {UUID(row[0]) for row in cursor.fetchall()}
    return [order for order in orders if order.key not in stored]


def _enter(orders: Sequence[Order], units: dict[UUID, str]) -> int:
    with connection.cursor() as cursor:
        cursor.executemany(sql.ENTER, [_row(order, units[order.key]) for order in orders])
        return int(cursor.rowcount)


def _row(order: Order, unit: str) -> tuple[Any, ...]:
    *moves, moved, reserved, resolves, reverses, until, at = _placing(order)
    return (*moves[:5], unit, *moves[5:], resolves, reverses, until, at)


def _placing(order: Order) -> tuple[Any, ...]:
    return (
        f"{current_hub().int:032x}",
        f"{order.key.int:032x}",
        f"{order.debit.int:032x}",
        f"{order.credit.int:032x}",
        order.amount,
        order.kind,
        order.phase,
        order.moved,
        order.reserved,
        order.resolves and order.resolves.hex,
        order.reverses and order.reverses.hex,
        order.until and _moment(order.until),
        _moment(order.at),
    )


def _moment(at: datetime) -> str:
    """As Django's adapt_datetimefield_value, at a tenth of its cost."""
    return str(at.astimezone(UTC).replace(tzinfo=None))


def _change(changes: Changes) -> None:
    rows = [(c.moved, c.held, c.due, _hub(), key.hex) for key, c in changes.items()]
    with connection.cursor() as cursor:
        cursor.executemany(sql.CHANGE, rows)


def fold(keys: Iterable[UUID]) -> None:
    """Empty the lanes of these accounts into pocket 0."""
    with connection.cursor() as cursor:
        for key in keys:
            cursor.execute(sql.FOLD, [_hub(), key.hex] * 2)
            cursor.execute(sql.EMPTY_LANES, [_hub(), key.hex])


def _hub() -> str:
    return current_hub().hex


def _as_json(keys: Iterable[UUID]) -> str:
    return json.dumps([key.hex for key in keys])
