"""What pages and other rooms read of the book."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery, Sum

from gyda.ledger.errors import UnknownAccount
from gyda.ledger.models import Account, Kind, Phase, Pocket, Transfer
from gyda.ledger.models.units import OF_FUNDS


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
    def distance(self) -> int:
        """How far from nothing, on whichever side."""
        return abs(self.balance)

    @property
    def available(self) -> int | None:
        """What can still be given away; None where there is no floor."""
        return None if self.floor is None else max(self.balance - self.held - self.floor, 0)

    @property
    def room(self) -> int | None:
        """What can still be received; None where there is no ceiling."""
        return None if self.ceiling is None else max(self.ceiling - self.balance - self.due, 0)

    @property
    def is_overdrawn(self) -> bool:
        """More was promised or given than was there."""
        return self.balance < self.held

    @property
    def is_low(self) -> bool:
        """Below the soft floor, promises counted: time to give, or to be asked."""
        return self.soft_floor is not None and self.balance - self.held < self.soft_floor

    @property
    def is_high(self) -> bool:
        """Above the soft ceiling, promises counted: time to ask, or to give some away."""
        return self.soft_ceiling is not None and self.balance + self.due > self.soft_ceiling


FIRST = Q(number=0)


def balance_of(account_id: UUID) -> Balance:
    """Return how the account stands."""
    found = balances([account_id])
    if account_id not in found:
        raise UnknownAccount
    return found[account_id]


def balances(account_ids: Collection[UUID]) -> dict[UUID, Balance]:
    """Return how the accounts stand, in one query."""
    rows = Pocket.objects.filter(account_id__in=account_ids).order_by().values_list("account_id")
    totals = rows.annotate(
        Sum("balance"),
        Sum("held"),
        Sum("due"),
        lowest=Max("floor", filter=FIRST),
        highest=Max("ceiling", filter=FIRST),
        soft_floor=Max("account__soft_floor"),
        soft_ceiling=Max("account__soft_ceiling"),
    )
    return {key: Balance(*numbers) for key, *numbers in totals}


def with_totals(accounts: "QuerySet[Account]") -> "QuerySet[Account]":
    """Add `total`, `total_held` and `total_due`: what all pockets of each account hold."""
    return accounts.annotate(
        total=_in_pockets("balance"), total_held=_in_pockets("held"), total_due=_in_pockets("due")
    )


def _in_pockets(column: str) -> Subquery:
    pockets = Pocket.objects.filter(hub_id=OuterRef("hub_id"), account_id=OuterRef("id"))
    summed = pockets.order_by().values("account_id").annotate(sum=Sum(column)).values("sum")
    return Subquery(summed)


def open_holds() -> "QuerySet[Transfer]":
    """Return the promises that are neither posted, released nor expired."""
    resolutions = Transfer.objects.filter(hub_id=OuterRef("hub_id"), resolves_id=OuterRef("id"))
    return Transfer.objects.filter(~Exists(resolutions), phase=Phase.HOLD)


def hubs_own_accounts() -> list[Account]:
    """Return the accounts that the hub looks after: its own, and those of its organisations.

    Funds have pages of their own.
    """
    rows = Account.objects.exclude(kind__in=(Kind.MEMBER, *OF_FUNDS))
    rows = rows.select_related("organisation", "partner")
    return list(with_totals(rows).order_by("unit", "kind", "id"))


@dataclass(frozen=True)
class Sums:
    """Where all that was ever issued lies now. What is in a pool is granted but not yet issued."""

    issued: int
    with_members: int
    in_pot: int
    with_organisations: int
    on_paper: int
    retired: int
    in_pools: int = 0
    brought_over: int = 0
    in_funds: int = 0  # given for a purpose, promised or not, and not paid yet
    with_partners: int = 0  # what we owe other hubs, less what they owe us


def sums_of_book(unit: str) -> Sums:
    """Return where the hub's hours or pence lie, without reading the members' accounts."""
    totals = dict.fromkeys(Kind.values, 0)
    rows = Account.objects.exclude(kind=Kind.MEMBER).filter(unit=unit).order_by()
    for kind, total in rows.values_list("kind").annotate(Sum("pockets__balance")):
        totals[kind] = total or 0
    return Sums(
        issued=-totals[Kind.ISSUE] - totals[Kind.POOL],
        with_members=-sum(totals.values()),
        in_pot=totals[Kind.POT],
        with_organisations=totals[Kind.ORGANISATION],
        on_paper=totals[Kind.NOTES],
        retired=totals[Kind.RETIREMENT],
        in_pools=totals[Kind.POOL],
        brought_over=-totals[Kind.OPENING],
        in_funds=totals[Kind.FUND] + totals[Kind.PROMISE],
        with_partners=totals[Kind.PARTNER],
    )
