"""Builders: accounts with something in them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions
from gyda.ledger.models import Account, Transfer
from gyda.people.models import Member


def an_account(member: Member, **limits: Any) -> Account:
    """Open a member's account, with limits of its own if any are given."""
    account = accounts.member_account(member)
    if limits:
        goals = {f"{name}_goal": limits[name] for name in ("floor", "ceiling") if name in limits}
        Account.objects.filter(id=account.id).update(limits=None, **limits, **goals)
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
