"""Closing an account for good, and opening it again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, engine, errors
from gyda.ledger.actions.holds import expire_holds
from gyda.ledger.actions.limits import apply_limits
from gyda.ledger.actions.settling import settle
from gyda.ledger.engine.orders import Order
from gyda.ledger.models import Account, Kind, Pocket
from gyda.ledger.queries import balance_of
from gyda.people.models.member import State

GONE = (State.LEFT, State.ERASED)


@transaction.atomic
def close_account(*, key: UUID, account: UUID, now: datetime | None = None) -> Account:
    """Close an account: what is left goes to the pot; what is missing, the hub carries."""
    row = Account.objects.filter(id=account).first()
    if row is None:
        raise errors.UnknownAccount
    if row.closed_at:
        return row
    engine.fold([account])
    Pocket.objects.filter(account_id=account, number__gt=0).delete()
    _empty(key, row, now or timezone.now())
    Pocket.objects.filter(account_id=account).update(is_open=False)
    row.closed_at, row.lanes = now or timezone.now(), 0
    row.save()
    return row


@transaction.atomic
def reopen_account(*, account: UUID) -> Account:
    """Open a closed account again, with the limits it had."""
    row = Account.objects.filter(id=account).first()
    if row is None:
        raise errors.UnknownAccount
    Pocket.objects.filter(account_id=account).update(is_open=True)
    row.closed_at = None
    row.save()
    return row


def close_accounts_of_leavers(*, now: datetime | None = None) -> int:
    """Close the accounts of members who left, as soon as nothing is promised; say how many."""
    leavers = Account.objects.filter(
        kind=Kind.MEMBER, member__state__in=GONE, closed_at__isnull=True
    )
    idle = leavers.filter(pockets__held=0, pockets__due=0).distinct()
    keys = list(idle.values_list("id", flat=True))
    for account in keys:
        close_account(key=uuid7(), account=account, now=now)
    return len(keys)


def look_after(*, hub_id: UUID, now: datetime) -> None:
    """Do what is due in a hub's book: promises that ran out, limits that waited, leavers."""
    expire_holds(now=now)
    apply_limits()
    close_accounts_of_leavers(now=now)


def _empty(key: UUID, account: Account, now: datetime) -> None:
    balance = balance_of(account.id)
    if balance.held or balance.due:
        raise errors.HoldsOpen
    if balance.balance == 0:
        return
    if balance.balance > 0:
        debit, credit = account.id, accounts.pot(unit=account.unit).id
    else:
        debit, credit = accounts.issue(unit=account.unit).id, account.id
    settle(Order(key, debit, credit, abs(balance.balance), "CLOSING", now))
