"""How many hours there are, for saying so gently."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import QuerySet, Sum

from gyda.ledger import accounts
from gyda.ledger.models import Kind, Pocket, Unit
from gyda.ledger.queries import Balance, balance_of
from gyda.people.models import Member


def of(member: Member) -> Balance:
    """Return how a member's account stands, limits and promises and all."""
    return balance_of(accounts.member_account(member).id)


def minutes_of(member: Member) -> int:
    """Return the minutes of a member's account: one query, and looking opens no account."""
    return _total(Pocket.objects.filter(account__member=member))


def minutes_of_pot() -> int:
    """Return the minutes in the hub's pot."""
    return _total(Pocket.objects.filter(account__kind=Kind.POT))


def _total(pockets: "QuerySet[Pocket]") -> int:
    minutes = pockets.filter(account__unit=Unit.MINUTES)
    return minutes.aggregate(total=Sum("balance"))["total"] or 0
