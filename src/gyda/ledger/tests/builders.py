"""Builders: accounts with something in them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions
from gyda.ledger.models import Account, Pocket, Transfer
from gyda.people.models import Member


def an_account(member: Member, **limits: Any) -> Account:
    """Open a member's account, with limits of its own if any are given."""
    account = accounts.member_account(member)
    if limits:
        Account.objects.filter(id=account.id).update(
            limits=None, soft_floor=None, soft_ceiling=None, **limits
        )
        Pocket.objects.filter(account=account).update(**limits)
        account.refresh_from_db()
    return account


def moved(debit: UUID, credit: UUID, amount: int, **fields: Any) -> Transfer:
    """Move an amount as a correction."""
    fields = {"key": uuid7(), "kind": "CORRECTION"} | fields
    return actions.transfer(debit=debit, credit=credit, amount=amount, **fields)


def funded(account: Account, amount: int) -> Account:
    """Put something into an account."""
    moved(accounts.issue().id, account.id, amount)
    return account
