"""How many hours there are, for saying so gently."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.ledger import accounts
from gyda.ledger.queries import Balance, balance_of
from gyda.people.models import Member


def of(member: Member) -> Balance:
    """Return how a member's account stands."""
    return balance_of(accounts.member_account(member).id)


def of_pot() -> Balance:
    """Return how the hub's pot stands."""
    return balance_of(accounts.pot().id)
