"""Month by month: hours granted, given, spent and gone back; money owed and settled.

Hours and money are read from the ledger, so that a refund counts in the month in which it was
made, and the columns add up to the balances of today. How many people a venue had, and their
hours, are read from its bookings, without those whose hours were given back.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum, Value
from django.db.models.functions import TruncMonth
from django.utils import timezone

from gyda.deliver.venues.actions.lapse import LAPSE
from gyda.deliver.venues.actions.promises import OWED
from gyda.deliver.venues.actions.settle import SETTLEMENT
from gyda.deliver.venues.models import Booking, TakenNote
from gyda.deliver.venues.models.booking import SPENT, BookingState
from gyda.ledger.models import Account, Kind, Transfer, Unit
from gyda.ledger.models.transfer import MOVING

Figures = dict[str, int]


@dataclass(frozen=True)
class Month:
    """One month; the figures by the name of their column."""

    first: datetime.date
    figures: Figures


@dataclass(frozen=True)
class Months:
    """All months in which something happened, newest first, and their sums."""

    months: list[Month]
    totals: Figures


def of_hub() -> Months:
    """Return the hub's months: issued, spent, gone to the pot, owed, settled, in circulation."""
    accounts = Account.objects.exclude(kind=Kind.MEMBER).order_by()
    ids: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for key, kind, unit in accounts.values_list("id", "kind", "unit"):
        ids[kind, unit].append(key)
    sources = ids[Kind.ISSUE, Unit.MINUTES] + ids[Kind.POOL, Unit.MINUTES]
    ends = ids[Kind.RETIREMENT, Unit.MINUTES]
    venues = Q(kind__in=OWED)
    paid = Q(kind=SETTLEMENT)
    till = ids[Kind.ORGANISATION, Unit.PENCE]
    return _months(
        [
            _flow("issued", sources, Q(), inside=sources),
            _flow("retired", ends, Q(), into=True),
            _flow("lapsed", ids[Kind.POT, Unit.MINUTES], Q(kind=LAPSE), into=True),
            _flow("owed", till, venues, into=True),
            _flow("settled", till, paid),
        ],
        ("issued", "retired", "lapsed", "owed", "settled"),
        _with_circulation,
    )


def _with_circulation(months: list[Month]) -> None:
    """Add to each month what is with people at its end: all issued so far less all retired."""
    circulating = 0
    for month in months:
        circulating += month.figures["issued"] - month.figures["retired"]
        month.figures["circulating"] = circulating


def of_funder(organisation_id: UUID) -> Months:
    """Return what an organisation was granted and gave, and the money behind it."""
    ids = _accounts(organisation_id, Kind.POOL)
    issue = list(Account.objects.filter(kind=Kind.ISSUE).values_list("id", flat=True))
    pool, money = ids[Unit.MINUTES], ids[Unit.PENCE]
    return _months(
        [
            _flow("granted", pool, Q(kind="POOL_GRANT"), into=True),
            _flow("given", pool, ~Q(kind="POOL_GRANT"), inside=issue),
            _flow("money", money, Q(kind="POOL_GRANT"), into=True),
            _flow("owed", money, Q(kind__in=OWED)),
        ],
        ("granted", "given", "money", "owed"),
    )


def of_venue(organisation_id: UUID) -> Months:
    """Return what was spent at a venue, what it is owed for it and what was settled."""
    till = _accounts(organisation_id, Kind.ORGANISATION)[Unit.PENCE]
    bookings = Booking.objects.filter(venue__organisation_id=organisation_id)
    spent = bookings.filter(SPENT, reversal_id__isnull=True)
    return _months(
        [
            _booked("people", spent, "people"),
            _booked("spent", spent, "minutes"),
            [_by_month("spent", _taken(organisation_id), "taken_at", Sum("minutes"))],
            _booked("unsaid", bookings.filter(state=BookingState.LAPSED), "minutes"),
            _flow("owed", till, Q(kind__in=OWED), into=True),
            _flow("settled", till, Q(kind=SETTLEMENT)),
        ],
        ("people", "spent", "unsaid", "owed", "settled"),
    )


def _taken(organisation_id: UUID) -> QuerySet[TakenNote]:
    """Return the notes spent at a venue: their hours count, whose they were is not known."""
    return TakenNote.objects.filter(venue__organisation_id=organisation_id)


def _accounts(organisation_id: UUID, kind: Kind) -> dict[str, list[UUID]]:
    rows = Account.objects.filter(kind=kind, organisation_id=organisation_id)
    found: dict[str, list[UUID]] = {unit: [] for unit in Unit.values}
    for key, unit in rows.values_list("id", "unit"):
        found[unit].append(key)
    return found


Rows = QuerySet[Any, Any]


def _flow(
    name: str, accounts: list[UUID], which: Q, *, into: bool = False, inside: Iterable[UUID] = ()
) -> list[Rows]:
    """Return what went out of the accounts (or into them) less what came back, by month."""
    forth, back = ("credit_id", "debit_id") if into else ("debit_id", "credit_id")
    moving = Transfer.objects.filter(which, phase__in=MOVING)
    inner = list(inside)
    gone = moving.filter(**{f"{forth}__in": accounts}).exclude(**{f"{back}__in": inner})
    returned = moving.filter(**{f"{back}__in": accounts}).exclude(**{f"{forth}__in": inner})
    return [
        _by_month(name, gone, "at", Sum("amount")),
        _by_month(name, returned, "at", -Sum("amount")),
    ]


def _booked(name: str, bookings: QuerySet[Booking], column: str) -> list[Rows]:
    return [_by_month(name, bookings, "state_at", Sum(F(column)))]


def _by_month(name: str, rows: Any, at: str, total: Any) -> Rows:
    named = rows.order_by().annotate(name=Value(name), month=TruncMonth(at))
    found: Rows = named.values_list("name", "month").annotate(total=total)
    return found


def _months(flows: list[list[Rows]], names: tuple[str, ...], then: Any = None) -> Months:
    """Read all flows in one query and lay them out by month."""
    first, *others = [rows for flow in flows for rows in flow]
    found: dict[datetime.date, Figures] = {}
    for name, month, total in first.union(*others, all=True):
        day = timezone.localtime(month).date()
        found.setdefault(day, dict.fromkeys(names, 0))[name] += total or 0
    months = [Month(day, figures) for day, figures in sorted(found.items())]
    if then:
        then(months)
    totals = {name: sum(month.figures[name] for month in months) for name in names}
    return Months(months[::-1], totals)
