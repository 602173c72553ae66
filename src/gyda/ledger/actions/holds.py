"""Two-phase transfers: promised by a hold, then posted, released or expired; once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.ledger import errors
from gyda.ledger.actions.settling import settle, settle_many
from gyda.ledger.engine.orders import Order
from gyda.ledger.models import Phase, Transfer
from gyda.ledger.queries import open_holds


def hold(
    *,
    key: UUID,
    debit: UUID,
    credit: UUID,
    amount: int,
    kind: str,
    until: datetime,
    now: datetime | None = None,
) -> Transfer:
    """Promise an amount until a time: the payer cannot give it away, the receiver has room."""
    return settle(
        Order(
            key=key,
            debit=debit,
            credit=credit,
            amount=amount,
            kind=kind,
            at=now or timezone.now(),
            phase=Phase.HOLD.value,
            reserved=amount,
            until=until,
        )
    )


def post_hold(
    *, key: UUID, hold: UUID, amount: int | None = None, now: datetime | None = None
) -> Transfer:
    """Carry out a promise, in full or in part; what is left of it is given back."""
    first, now = _hold(hold), now or timezone.now()
    amount = first.amount if amount is None else amount
    if amount > first.amount:
        raise errors.MoreThanHeld
    if _has_run_out(first, now) and not Transfer.objects.filter(id=key).exists():
        raise errors.HoldExpired
    return settle(_resolution(key, first, Phase.POST, amount, now))


def release_hold(*, key: UUID, hold: UUID, now: datetime | None = None) -> Transfer:
    """Give a promise back; nothing moves."""
    first = _hold(hold)
    return settle(_resolution(key, first, Phase.RELEASE, first.amount, now or timezone.now()))


def expire_holds(*, now: datetime | None = None, at_most: int = 1000) -> int:
    """End the promises of this hub that have run out, and say how many there were."""
    now = now or timezone.now()
    done = 0
    while orders := [
        _resolution(uuid7(), row, Phase.EXPIRE, row.amount, now) for row in _run_out(now, at_most)
    ]:
        done += len(settle_many(orders))
    return done


def _run_out(now: datetime, at_most: int) -> list[Transfer]:
    return list(open_holds().filter(until__lte=now).order_by("id")[:at_most])


def _has_run_out(hold: Transfer, now: datetime) -> bool:
    return hold.until is not None and hold.until <= now


def _hold(key: UUID) -> Transfer:
    first = Transfer.objects.filter(id=key, phase=Phase.HOLD).first()
    if first is None:
        raise errors.UnknownHold
    return first


def _resolution(key: UUID, hold: Transfer, phase: Phase, amount: int, now: datetime) -> Order:
    return Order(
        key=key,
        debit=hold.debit_id,
        credit=hold.credit_id,
        amount=amount,
        kind=hold.kind,
        at=now,
        phase=phase.value,
        reserved=-hold.amount,
        resolves=hold.id,
    )
