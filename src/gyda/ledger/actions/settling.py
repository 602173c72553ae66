"""From the engine's answer to a stored transfer or a refusal in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import NoReturn
from uuid import UUID

from django.db import transaction

from gyda.ledger import engine, errors, kinds
from gyda.ledger.engine.orders import Order
from gyda.ledger.engine.results import Code, Outcome
from gyda.ledger.models import Transfer

REFUSALS: dict[Code, type[errors.LedgerError]] = {
    Code.MISSING: errors.UnknownAccount,
    Code.CLOSED: errors.AccountClosed,
    Code.UNITS: errors.UnitsDiffer,
    Code.FLOOR: errors.NotEnough,
    Code.CEILING: errors.TooMuch,
}


def check(order: Order) -> None:
    """Refuse what no account could allow."""
    if not kinds.known(order.kind):
        raise ValueError(f"No room has registered the kind of transfer {order.kind!r}.")
    if order.amount <= 0:
        raise errors.NotPositive
    if order.debit == order.credit:
        raise errors.SameAccount


def settle(order: Order) -> Transfer:
    """Place the order; the same order again gives the transfer that was stored the first time."""
    check(order)
    outcome = engine.place(order)
    if outcome.code == Code.OK:
        return order.as_transfer(outcome.unit)
    stored = Transfer.objects.filter(id=order.key).first()
    return same(order, stored) if stored else refuse(order, outcome)


@transaction.atomic
def settle_many(orders: Sequence[Order]) -> list[Transfer]:
    """Place all orders or none, and return their transfers in the same order."""
    if not orders:
        return []
    for order in orders:
        check(order)
    if len({order.key for order in orders}) < len(orders):
        raise ValueError("Two of the orders have the same key.")
    units = _place_many(orders)
    missing = [order.key for order in orders if order.key not in units]
    stored = Transfer.objects.in_bulk(missing) if missing else {}
    return [
        order.as_transfer(units[order.key])
        if order.key in units
        else same(order, stored[order.key])
        for order in orders
    ]


def _place_many(orders: Sequence[Order]) -> dict[UUID, str]:
    outcome = engine.place_many(orders)
    if outcome.code != Code.OK and Transfer.objects.filter(id__in=[o.key for o in orders]).exists():
        outcome = engine.place_many(orders)  # the same orders, sent twice at once
    return outcome.units if outcome.code == Code.OK else refuse(orders[0], outcome)


def same(order: Order, stored: Transfer) -> Transfer:
    """Return the stored transfer if the order says the same."""
    differs = order.difference(stored)
    if differs:
        raise errors.DifferentContent(differs=differs)
    return stored


def refuse(order: Order, outcome: Outcome) -> NoReturn:
    """Raise why the order was not carried out."""
    if outcome.code in REFUSALS:
        at = order.debit if outcome.code == Code.FLOOR else order.credit
        raise REFUSALS[outcome.code](account=outcome.account or at)
    if order.resolves:
        raise errors.HoldResolved
    if order.reverses:
        raise errors.AlreadyReversed
    raise errors.DifferentContent(differs="hub")
