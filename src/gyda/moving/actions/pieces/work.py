"""What all pieces of a move share: the move, its plan, and the accounts that it touches."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction

from gyda.keys.context import current_hub
from gyda.ledger import accounts
from gyda.ledger.models import Account, Kind, Pocket, Unit
from gyda.moving.models import Move
from gyda.moving.plan import Plan
from gyda.moving.plan.ends import End
from gyda.moving.plan.keys import chunks
from gyda.moving.sheets import columns
from gyda.moving.sheets.rows import Sheet
from gyda.people.models import Organisation

OWN = {
    "opening": accounts.opening,
    "pot": accounts.pot,
    "issue": accounts.issue,
    "retired": accounts.retirement,
}


class Work:
    """One run of a move."""

    def __init__(self, move: Move, plan: Plan, sheets: Sequence[Sheet]) -> None:
        self.move, self.plan, self.sheets = move, plan, sheets
        self._accounts: dict[tuple[str, UUID | None], UUID] = {}

    def rows_before(self, kind: columns.Kind) -> int:
        """Return how many rows stand in the tables that come before this one."""
        order = list(columns.Kind)
        earlier = order[: order.index(kind)]
        return sum(len(sheet.rows) for sheet in self.sheets if sheet.kind in earlier)

    def account(self, end: End) -> UUID:
        """Return the account of an end that was prepared."""
        return self._accounts[(end.code, end.id)]

    def prepare(self, ends: Iterable[End]) -> list[UUID]:
        """Find or open the accounts of these ends, and return them all."""
        wanted = {(end.code, end.id) for end in ends} - self._accounts.keys()
        members = sorted(key for code, key in wanted if code == "member" and key)
        for chunk in chunks(members):
            open_accounts(chunk)
            rows = Account.objects.filter(member_id__in=chunk, unit=Unit.MINUTES)
            found = rows.values_list("member_id", "id")
            self._accounts |= {("member", member): account for member, account in found}
        for code, key in sorted(wanted, key=str):
            if code == "organisation" and key:
                one = Organisation.objects.get(id=key)
                self._accounts[(code, key)] = accounts.organisation_account(one).id
            elif code != "member":
                self._accounts[(code, key)] = OWN[code]().id
        return sorted(self._accounts.values())


@transaction.atomic
def open_accounts(members: Sequence[UUID]) -> None:
    """Open the accounts of members who have none yet."""
    have = Account.objects.filter(member_id__in=members, unit=Unit.MINUTES)
    without = sorted(set(members) - set(have.values_list("member_id", flat=True)))
    group = accounts.members_group()
    limits = accounts.limits_of(group)
    new = [
        Account(
            hub_id=current_hub(),
            kind=Kind.MEMBER,
            member_id=member,
            unit=Unit.MINUTES,
            limits=group,
            **limits,
        )
        for member in without
    ]
    Account.objects.bulk_create(new)
    Pocket.objects.bulk_create([pocket for one in new for pocket in accounts.pockets_of(one)])
