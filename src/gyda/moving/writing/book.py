"""The tables of past transfers and of balances, in hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, cast
from uuid import UUID

from django.utils.translation import get_language

from gyda.ledger import kinds
from gyda.ledger.models import Account, Kind, Transfer, Unit
from gyda.ledger.models.transfer import MOVING
from gyda.ledger.queries import with_totals
from gyda.moving.models import BroughtTransfer
from gyda.moving.plan.keys import chunks
from gyda.moving.transfer_kinds import IMPORTED
from gyda.moving.writing.cells import day_or_moment, hours
from gyda.moving.writing.members import CHUNK

OWN = {
    Kind.POT: "(pot)",
    Kind.ISSUE: "(issue)",
    Kind.RETIREMENT: "(retired)",
    Kind.NOTES: "(notes)",
    Kind.OPENING: "(opening)",
}


class Book:
    """The hub's hours; every account by the name that other tables use."""

    def __init__(self, known: dict[UUID, str]) -> None:
        rows = Account.objects.filter(unit=Unit.MINUTES).select_related("organisation", "partner")
        self.accounts = list(with_totals(rows).order_by("id"))
        self.names = {account.id: _name(account, known) for account in self.accounts}

    def balances(self) -> Iterator[list[Any]]:
        """Yield what is in each account of people and organisations, and in the pot."""
        for account in sorted(self.accounts, key=lambda one: self.names[one.id]):
            name, total = self.names[account.id], account.total  # type: ignore[attr-defined]
            theirs = account.kind in (Kind.MEMBER, Kind.ORGANISATION, Kind.POT)
            if theirs and name != OWN[Kind.OPENING]:
                yield [name, hours(total)]

    def transfers(self) -> Iterator[list[Any]]:
        """Yield every movement of hours, in the order of their moments."""
        moving = Transfer.objects.filter(phase__in=MOVING, unit=Unit.MINUTES)
        ordered = chunks(moving.order_by("at", "id").iterator(CHUNK))
        rows = chain.from_iterable(self._rows(some) for some in ordered)
        for _moment, together in groupby(rows, key=itemgetter(1)):
            yield from sorted(together, key=itemgetter(0))

    def _rows(self, rows: Sequence[Transfer]) -> Iterator[list[Any]]:
        ids = [row.id for row in rows] + [row.reverses_id for row in rows if row.reverses_id]
        brought = BroughtTransfer.objects.filter(transfer_id__in=ids)
        past = {one.transfer_id: one for one in brought}
        about = kinds.details({row.id: row.kind for row in rows if row.kind != IMPORTED})
        for row in rows:
            yield self._row(row, past, about.get(row.id))

    def _row(
        self, row: Transfer, past: dict[UUID, BroughtTransfer], said: kinds.Detail | None
    ) -> list[Any]:
        came = past.get(row.id)
        words = came.words if came else said.words if said else ""
        language = came.language if came else said.language if said else ""
        return [
            _old_id(row.id, past),
            day_or_moment(row.at),
            (came and came.payer) or self.names[row.debit_id],
            (came and came.receiver) or self.names[row.credit_id],
            hours(row.amount),
            came.kind if came else row.kind,
            words,
            (language or get_language() or "cy") if words else "",
            _old_id(row.reverses_id, past) if row.reverses_id else "",
        ]


def _old_id(key: UUID, past: dict[UUID, BroughtTransfer]) -> str:
    return (past[key].old_id if key in past else "") or str(key)


def _name(account: Account, known: dict[UUID, str]) -> str:
    kind = Kind(account.kind)
    if kind == Kind.MEMBER:  # whoever was erased is nobody any more
        return known.get(cast(UUID, account.member_id), OWN[Kind.OPENING])
    if kind in (Kind.ORGANISATION, Kind.POOL):
        return f"({kind.lower()}) {account.organisation.name_en}"
    if account.partner is not None:
        return f"(hub) {account.partner.slug}"
    return OWN[kind]
