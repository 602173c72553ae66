"""All tables of a move together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gyda.ledger.models import Account
from gyda.moving.plan.balances import Target, balances_in, plan_balances
from gyda.moving.plan.keys import chunks
from gyda.moving.plan.listings import Listings, plan_listings
from gyda.moving.plan.organisations import Organisations, plan_organisations
from gyda.moving.plan.people import People, plan_people
from gyda.moving.plan.transfers import PastTransfer, plan_transfers
from gyda.moving.sheets.columns import Kind
from gyda.moving.sheets.rows import Row, Sheet

NAMING = {Kind.LISTINGS: ("member",), Kind.TRANSFERS: ("from", "to"), Kind.BALANCES: ("member",)}

Sheets = Sequence[Sheet]


@dataclass(frozen=True)
class Plan:
    """What is to be done; each row carries its own faults."""

    organisations: Organisations
    people: People
    listings: Listings
    transfers: list[PastTransfer]
    targets: list[Target]


def make_plan(sheets: Sheets, on: datetime.date) -> Plan:
    """Look through all tables; reads only, with as many queries as there are hundreds of rows."""
    organisations = plan_organisations(_rows(sheets, Kind.ORGANISATIONS))
    members = _rows(sheets, Kind.MEMBERS)
    people = plan_people(members, list(_mentions(sheets)), organisations)
    transfers = plan_transfers(_rows(sheets, Kind.TRANSFERS), people, organisations, on)
    targets = plan_balances(_rows(sheets, Kind.BALANCES), people, organisations)
    targets = targets or balances_in(members, people)
    _refuse_closed(transfers, targets)
    return Plan(
        organisations,
        people,
        plan_listings(_rows(sheets, Kind.LISTINGS), people, on),
        [one for one in transfers if one.row.is_good],
        [one for one in targets if one.row.is_good],
    )


def _rows(sheets: Sheets, kind: Kind) -> list[Row]:
    return [row for sheet in sheets if sheet.kind == kind for row in sheet.rows]


def _mentions(sheets: Sheets) -> Iterator[str]:
    """Yield every name by which the tables mean a member."""
    for kind, columns in NAMING.items():
        for row in _rows(sheets, kind):
            yield from (row[column] for column in columns if row[column])


def _refuse_closed(transfers: list[PastTransfer], targets: list[Target]) -> None:
    """Say of rows whose member's account is closed that nothing can go in or out."""
    sides = [(end, one.row) for one in transfers for end in (one.payer, one.receiver)]
    sides += [(target.end, target.row) for target in targets]
    ids = sorted({end.id for end, _ in sides if end.id})
    closed: set[object] = set()
    for chunk in chunks(ids):
        rows = Account.objects.filter(member_id__in=chunk, closed_at__isnull=False)
        closed |= set(rows.values_list("member_id", flat=True))
    for end, row in sides:
        if end.id in closed and row.is_good:
            row.blame("", "account-closed")
