"""What pages and other rooms read of the book."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from gyda.ledger.errors import UnknownAccount
from gyda.ledger.models import Account, Lane


@dataclass(frozen=True)
class Balance:
    """How an account stands, in whole minutes or pence."""

    balance: int
    held: int
    due: int
    floor: int | None
    ceiling: int | None
    soft_floor: int | None
    soft_ceiling: int | None

    @property
    def available(self) -> int | None:
        """What can still be given away; None where there is no floor."""
        return None if self.floor is None else max(self.balance - self.held - self.floor, 0)

    @property
    def room(self) -> int | None:
        """What can still be received; None where there is no ceiling."""
        return None if self.ceiling is None else max(self.ceiling - self.balance - self.due, 0)

    @property
    def is_low(self) -> bool:
        """Below the soft floor, promises counted: time to give, or to be asked."""
        return self.soft_floor is not None and self.balance - self.held < self.soft_floor

    @property
    def is_high(self) -> bool:
        """Above the soft ceiling, promises counted: time to ask, or to give some away."""
        return self.soft_ceiling is not None and self.balance + self.due > self.soft_ceiling


FIELDS = ("held", "floor", "ceiling", "soft_floor", "soft_ceiling")


def balance_of(account_id: UUID) -> Balance:
    """Return how the account stands."""
    found = balances([account_id])
    if account_id not in found:
        raise UnknownAccount
    return found[account_id]


def balances(account_ids: Collection[UUID]) -> dict[UUID, Balance]:
    """Return how the accounts stand, in one query."""
    rows = with_totals(Account.objects.filter(id__in=account_ids))
    values = rows.values_list("id", "total", "held", "total_due", *FIELDS[1:])
    return {key: Balance(*numbers) for key, *numbers in values}


def with_totals(accounts: "QuerySet[Account]") -> "QuerySet[Account]":
    """Add `total` and `total_due`: what the row and its lanes hold together."""
    return accounts.annotate(
        total=F("balance") + _in_lanes("balance"), total_due=F("due") + _in_lanes("due")
    )


def _in_lanes(column: str) -> Coalesce:
    lanes = Lane.objects.filter(hub_id=OuterRef("hub_id"), account_id=OuterRef("id"))
    summed = lanes.order_by().values("account_id").annotate(sum=Sum(column)).values("sum")
    return Coalesce(Subquery(summed), Value(0))
