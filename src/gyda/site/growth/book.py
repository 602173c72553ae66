"""Accounts and transfers that agree to the minute."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from gyda.ledger.accounts import GROUP_NAME, MEMBERS, limits_of
from gyda.ledger.models import Account, Kind, LimitGroup, Pocket, Transfer, Unit
from gyda.site.growth.bulk import insert
from gyda.site.growth.hours import Hours
from gyda.site.growth.town import Town

TRANSFER = ("id", "hub", "debit", "credit", "amount", "unit", "kind", "phase", "at")


def add_accounts(town: Town, hours: Hours) -> int:
    """Open an account for each member, with the balance that their transfers give."""
    group = _group()
    limits = limits_of(group)
    columns = ("id", "hub", "unit", "kind", "member", "limits", *limits)
    town.accounts = town.ids(len(town.members))
    rows = (
        [id_, town.hub.id, "MINUTES", "MEMBER", member, group.id, *limits.values()]
        for id_, member in zip(town.accounts, town.members, strict=True)
    )
    made = insert(Account, columns, rows)
    _add_pockets(town, hours, group)
    return made


def _add_pockets(town: Town, hours: Hours, group: LimitGroup) -> None:
    columns = ("id", "hub", "account", "number", "balance", "held", "due", "floor", "ceiling")
    ids = town.ids(len(town.accounts))
    rows = (
        [id_, town.hub.id, account, 0, balance, 0, 0, group.floor, group.ceiling, True]
        for id_, account, balance in zip(ids, town.accounts, hours.balances, strict=True)
    )
    insert(Pocket, (*columns, "is_open"), rows)


def _group() -> LimitGroup:
    """Return the hub's default limits, as its first account would find or make them."""
    found, _ = LimitGroup.objects.get_or_create(
        unit=Unit.MINUTES, kind=Kind.MEMBER, is_default=True, defaults=GROUP_NAME | MEMBERS
    )
    return found


def add_transfers(town: Town, hours: Hours) -> int:
    """Add the transfers, in the order of time."""
    town.transfers = town.ids(len(hours))
    return insert(Transfer, TRANSFER, _transfers(town, hours))


def _transfers(town: Town, hours: Hours) -> Iterator[list[Any]]:
    for number, id_ in enumerate(town.transfers):
        kind = "EXCHANGE" if number % 5 == 0 else "GIFT"
        debit, credit = town.accounts[hours.payers[number]], town.accounts[hours.paid[number]]
        yield [
            id_, town.hub.id, debit, credit, hours.amounts[number], "MINUTES", kind, "POSTED",
            town.moment(number, len(hours)),
        ]  # fmt: skip
