"""The engine on PostgreSQL: one statement for one order, one for many."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from gyda.keys.context import current_hub
from gyda.ledger.engine import postgres_driver as driver
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.postgres_sql import FOLD, PLACE, PLACE_MANY
from gyda.ledger.engine.results import Code, Outcome

PLACE_BYTES = PLACE.encode()


def place(order: Order) -> Outcome:
    """Place one order: one round trip, and the commit with it when no transaction is open."""
    outcome = _place(order)
    if outcome.code in (Code.FOLD, Code.MISSING):
        return _place_without_lanes(order)
    return outcome


def _place_without_lanes(order: Order) -> Outcome:
    """Place an order over pocket 0 of both sides, after the payer's lanes are emptied into it."""
    with transaction.atomic():
        driver.rows(FOLD, (current_hub(), [order.debit, order.credit], [order.debit]))
        outcome = _place(order, lanes=False)
    return Outcome(Code.FLOOR) if outcome.code == Code.FOLD else outcome


def _place(order: Order, *, lanes: bool = True) -> Outcome:
    parameters = (
        _key(current_hub()),
        _key(order.key),
        _key(order.debit),
        _key(order.credit),
        b"%d" % order.amount,
        order.kind.encode(),
        order.phase.encode(),
        b"%d" % order.moved,
        b"%d" % order.reserved,
        _key(order.resolves),
        _key(order.reverses),
        None if order.until is None else order.until.isoformat().encode(),
        order.at.isoformat().encode(),
        b"t" if lanes else b"f",
    )
    code, unit = driver.one_row(b"gyda_place", PLACE_BYTES, parameters)
    return Outcome(Code(code), unit)


def _key(key: UUID | None) -> bytes | None:
    return None if key is None else key.hex.encode()


def fold(accounts: Sequence[UUID]) -> None:
    """Empty the lanes of these accounts into pocket 0; inside atomic(), for the locks to last."""
    driver.rows(FOLD, (current_hub(), list(accounts), list(accounts)))


def place_many(orders: Sequence[Order]) -> Outcome:
    """Place many orders in one statement."""
    outcome = _try_many(orders)
    if outcome.code == Code.FOLD:
        outcome = _try_many(orders, fold_first=True)
    return Outcome(Code.FLOOR, account=outcome.account) if outcome.code == Code.FOLD else outcome


def _try_many(orders: Sequence[Order], *, fold_first: bool = False) -> Outcome:
    """Try twice: someone else's same keys, stored while we waited, are left out the second time."""
    try:
        return _place_many(orders, fold_first=fold_first)
    except IntegrityError:
        pass
    try:
        return _place_many(orders, fold_first=fold_first)
    except IntegrityError:
        return Outcome(Code.DUPLICATE)


def _place_many(orders: Sequence[Order], *, fold_first: bool) -> Outcome:
    with transaction.atomic():
        if fold_first:
            payers, receivers = [o.debit for o in orders], [o.credit for o in orders]
            driver.rows(FOLD, (current_hub(), payers + receivers, payers))
        parameters = (current_hub(), *_columns(orders))
        code, account, keys, units = driver.rows(PLACE_MANY, parameters)[0]
        if code == Code.FOLD and not fold_first:
            transaction.set_rollback(True)  # lets go of the locks: folding takes them in order
    if code:
        return Outcome(Code(code), account=account)
    return Outcome(Code.OK, units=dict(zip(keys or [], units or [], strict=True)))


def _columns(orders: Sequence[Order]) -> list[list[Any]]:
    rows = [
        (o.key, o.debit, o.credit, o.amount, o.kind, o.phase, o.moved, o.reserved)
        + (o.resolves, o.reverses, o.until, o.at)
        for o in orders
    ]
    return [list(column) for column in zip(*rows, strict=True)]
