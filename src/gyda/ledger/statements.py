"""Statements: what went in and out of an account, newest first, with the balance at each step."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import cast
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from gyda.ledger import kinds
from gyda.ledger.models import Account, Transfer
from gyda.ledger.models.transfer import MOVING
from gyda.ledger.naming import name_of_owner
from gyda.ledger.queries import balance_of, open_holds
from gyda.web.fields.day import YEARS

SIZE = 20
CHUNK = 500
BETWEEN = "~"

Place = tuple[datetime, UUID]


@dataclass(frozen=True)
class Line:
    """One transfer as the account's owner sees it: positive is given, and counts for them."""

    id: UUID
    at: datetime
    label: str
    detail: kinds.Detail | None
    other: str
    amount: int
    balance: int
    is_undoing: bool

    @property
    def given(self) -> int | None:
        return self.amount if self.amount > 0 else None

    @property
    def received(self) -> int | None:
        return -self.amount if self.amount < 0 else None


@dataclass(frozen=True)
class Statement:
    """A page of lines, and where the older ones begin ("" when there are none)."""

    lines: list[Line]
    older: str


def statement(
    account: Account, balance: int, start: Place | None = None, size: int = SIZE
) -> Statement:
    """Return the lines before a place, or the newest; `balance` is what is there now."""
    rows = list(islice(_newest_first(account, _before(start), size + 1), size + 1))
    if start:
        balance -= _sum(account, ~_before(start))
    shown, more = rows[:size], len(rows) > size
    older = f"{shown[-1].at.isoformat()}{BETWEEN}{shown[-1].id}" if more else ""
    return Statement(_lines(account, shown, balance), older)


def place_of(text: str) -> Place | None:
    """Read the place where a page begins, or None when it says nothing."""
    at, between, key = text.partition(BETWEEN)
    try:
        moment = datetime.fromisoformat(at)
        is_usable = moment.tzinfo and moment.year in YEARS
        return (moment, UUID(key)) if between and is_usable else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Span:
    """What happened between two moments; no lines when there are too many for paper."""

    opening: int
    closing: int
    lines: list[Line] | None


def span(account: Account, balance: int, start: datetime, end: datetime, most: int) -> Span:
    """Return the lines from start to end, newest first; `balance` is what is there now."""
    closing = balance - _sum_since(account, end)
    rows = list(_newest_first(account, Q(at__gte=start, at__lt=end), most + 1))
    if len(rows) > most:
        return Span(balance - _sum_since(account, start), closing, None)
    lines = _lines(account, rows, closing)
    return Span(closing - sum(line.amount for line in lines), closing, lines)


def _sum_since(account: Account, moment: datetime) -> int:
    return 0 if moment > timezone.now() else _sum(account, Q(at__gte=moment))


def all_lines(account: Account) -> Iterator[Line]:
    """Yield every line, newest first, a few hundred at a time."""
    start: Place | None = None
    balance = balance_of(account.id).balance
    while True:
        page = statement(account, balance, start, CHUNK)
        yield from page.lines
        if not page.older:
            return
        start = place_of(page.older)


def totals_since(account: Account, moment: datetime) -> tuple[int, int]:
    """Return what was given and what was received since."""
    into, out = Q(credit=account), Q(debit=account)
    since = Transfer.objects.filter(into | out, at__gte=moment, phase__in=MOVING)
    sums = since.aggregate(given=Sum("amount", filter=into), received=Sum("amount", filter=out))
    return sums["given"] or 0, sums["received"] or 0


def promises(account: Account, most: int = 50) -> list[tuple[Transfer, str, bool]]:
    """Return what is promised and not yet done: the hold, the other side's name, is it to give."""
    mine = Q(debit=account) | Q(credit=account)
    rows = _with_names(open_holds().filter(mine)).order_by("until", "id")[:most]
    return [(row, name_of_owner(_other(row, account)), row.credit_id == account.id) for row in rows]


def _newest_first(account: Account, which: Q, most: int) -> Iterator[Transfer]:
    # Two walks of two indexes, merged here: an OR would make the database read the whole history.
    sides = (Q(debit=account), Q(credit=account))
    rows = (
        _with_names(Transfer.objects.filter(side, which, phase__in=MOVING)).order_by("-at", "-id")
        for side in sides
    )
    return merge(*(side[:most] for side in rows), key=lambda row: (row.at, row.id), reverse=True)


def _with_names(rows: "QuerySet[Transfer]") -> "QuerySet[Transfer]":
    return rows.select_related(
        *("debit__member", "debit__organisation", "debit__partner"),
        *("credit__member", "credit__organisation", "credit__partner"),
    )


def _before(start: Place | None) -> Q:
    if start is None:
        return Q()
    at, key = start
    return Q(at__lte=at) & (Q(at__lt=at) | Q(id__lt=key))


def _sum(account: Account, which: Q) -> int:
    moving = Transfer.objects.filter(which, phase__in=MOVING)
    into = moving.filter(credit=account).aggregate(sum=Sum("amount"))["sum"] or 0
    out = moving.filter(debit=account).aggregate(sum=Sum("amount"))["sum"] or 0
    return int(into - out)


def _lines(account: Account, rows: Sequence[Transfer], balance: int) -> list[Line]:
    about = kinds.details({_about(row): row.kind for row in rows})
    lines = []
    for row in rows:
        amount = row.amount if row.credit_id == account.id else -row.amount
        lines.append(
            Line(
                id=row.id,
                at=row.at,
                label=kinds.label(row.kind),
                detail=about.get(_about(row)),
                other=name_of_owner(_other(row, account)),
                amount=amount,
                balance=balance,
                is_undoing=row.reverses_id is not None,
            )
        )
        balance -= amount
    return lines


def _about(row: Transfer) -> UUID:
    """Return the transfer that its room knows: a reversal is about what it undoes."""
    return row.reverses_id or row.id


def _other(row: Transfer, account: Account) -> Account:
    return cast(Account, row.debit if row.credit_id == account.id else row.credit)
