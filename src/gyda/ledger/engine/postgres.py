"""The engine on PostgreSQL: one statement for one order, one for many."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from gyda.keys.context import current_hub
from gyda.ledger.engine import postgres_driver as driver
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.postgres_sql import FOLD, PLACE, PLACE_MANY, PLACE_OR_SAY_WHY
from gyda.ledger.engine.results import DONE, Code, Outcome


def place(order: Order, ready: Any) -> Outcome:
    """Place one order: one round trip, and the commit with it when no transaction is open."""
    parameters = _parameters(order)
    stored = driver.one_row(ready, PLACE, parameters)
    return DONE[stored[0]] if stored else _place_with_care(order, ready, parameters)


def _place_with_care(order: Order, ready: Any, parameters: driver.Texts) -> Outcome:
    """Place an order that was refused, or say why not."""
    outcome = _place_or_say_why(ready, parameters, lanes=b"t")
    if outcome.code in (Code.FOLD, Code.MISSING):
        return _place_without_lanes(order, ready, parameters)
    return outcome


def _place_without_lanes(order: Order, ready: Any, parameters: driver.Texts) -> Outcome:
    """Place an order over pocket 0 of both sides, after the payer's lanes are emptied into it."""
    with transaction.atomic():
        driver.rows(FOLD, (current_hub(), [order.debit, order.credit], [order.debit]))
        outcome = _place_or_say_why(ready, parameters, lanes=b"f")
    return Outcome(Code.FLOOR) if outcome.code == Code.FOLD else outcome


def _place_or_say_why(ready: Any, parameters: driver.Texts, *, lanes: bytes) -> Outcome:
    code, unit = driver.one_row(ready, PLACE_OR_SAY_WHY, (*parameters, lanes))
    return Outcome(Code(code), unit)


def _parameters(order: Order) -> driver.Texts:
    return (
        b"%032x" % current_hub().int,
        b"%032x" % order.key.int,
        b"%032x" % order.debit.int,
        b"%032x" % order.credit.int,
        b"%d" % order.amount,
        order.kind.encode(),
        order.phase.encode(),
        b"%d" % order.moved,
        b"%d" % order.reserved,
        None if order.resolves is None else b"%032x" % order.resolves.int,
        None if order.reverses is None else b"%032x" % order.reverses.int,
        None if order.until is None else order.until.isoformat().encode(),
        order.at.isoformat().encode(),
    )


def fold(accounts: Sequence[UUID]) -> None:
    """Empty the lanes of these accounts into pocket 0; inside atomic(), for the locks to last."""
    driver.rows(FOLD, (current_hub(), list(accounts), list(accounts)))


MANY = 500  # orders from which on comparing each with each would be felt


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
        with driver.joined_by_hash() if len(orders) > MANY else nullcontext():
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
