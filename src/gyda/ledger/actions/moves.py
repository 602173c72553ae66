"""Transfers, many at once, and their reversal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from gyda.ledger import accounts, errors
from gyda.ledger.actions.settling import settle, settle_many
from gyda.ledger.engine.orders import Order
from gyda.ledger.models import Transfer, Unit
from gyda.ledger.models.transfer import MOVING


def transfer(
    *, key: UUID, debit: UUID, credit: UUID, amount: int, kind: str, now: datetime | None = None
) -> Transfer:
    """Move an amount from the debit account to the credit account.

    One statement, so it needs no transaction of its own; inside one it is part of it.
    """
    return settle(Order(key, debit, credit, amount, kind, now or timezone.now()))


def transfer_many(*, orders: Sequence[Order]) -> list[Transfer]:
    """Carry out all orders or none. An account may pay with what it receives in the same go."""
    return settle_many(orders)


def issue_many(
    *, amounts: Mapping[UUID, tuple[UUID, int]], kind: str = "ISSUE", unit: Unit = Unit.MINUTES
) -> list[Transfer]:
    """Issue to many accounts, all or none; amounts: {key: (account, amount)}."""
    source, now = accounts.issue(unit=unit).id, timezone.now()
    return settle_many(
        [Order(key, source, to, amount, kind, now) for key, (to, amount) in amounts.items()]
    )


def reverse(*, key: UUID, transfer: UUID, now: datetime | None = None) -> Transfer:
    """Undo a transfer by a new one the other way; once, and within both accounts' limits."""
    first = Transfer.objects.filter(id=transfer).first()
    if first is None:
        raise errors.UnknownTransfer
    if first.phase not in MOVING or first.reverses_id is not None:
        raise errors.CannotReverse
    return settle(
        Order(
            key=key,
            debit=first.credit_id,
            credit=first.debit_id,
            amount=first.amount,
            kind=first.kind,
            at=now or timezone.now(),
            reverses=first.id,
        )
    )
