"""All that moved, by month and reason, and whether its sums are what lies in the accounts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from gyda.deliver.figures.models import Flow
from gyda.deliver.figures.spans import midnight
from gyda.ledger.models import Pocket, Transfer
from gyda.ledger.models.transfer import MOVING

KEY = ("unit", "kind", "debit_kind", "credit_kind", "is_back")
Balances = dict[tuple[str, str], int]  # (unit, kind of account) -> what lies there


def flows_since(first: datetime.date, before: datetime.datetime) -> list[Flow]:
    """Return what moved from the first of a month on, not stored."""
    rows = _moving().filter(at__gte=midnight(first), at__lt=before).order_by()
    named = rows.annotate(
        month=TruncMonth("at"),
        debit_kind=F("debit__kind"),
        credit_kind=F("credit__kind"),
        is_back=Q(reverses__isnull=False),
    )
    found = named.values("month", *KEY).annotate(transfers=Count("id"), total=Sum("amount"))
    return [_flow(row) for row in found]


def _flow(row: dict[str, Any]) -> Flow:
    month = timezone.localtime(row.pop("month")).date()
    return Flow(month=month, amount=row.pop("total"), **row)


def _moving() -> QuerySet[Transfer]:
    return Transfer.objects.filter(phase__in=MOVING)


def first_moment() -> datetime.datetime | None:
    """Return when the first hour moved."""
    found: datetime.datetime | None = _moving().aggregate(first=Min("at"))["first"]
    return found


def balances_of(flows: QuerySet[Flow]) -> Balances:
    """Return what the flows leave in each kind of account."""
    found: Balances = defaultdict(int)
    sides = flows.order_by().values_list("unit", "debit_kind", "credit_kind")
    for unit, debit, credit, amount in sides.annotate(Sum("amount")):
        found[unit, debit] -= amount
        found[unit, credit] += amount
    return found


def agrees_with_ledger() -> bool:
    """Tell whether the ledger's transfers, by kind of account, come to what lies in the accounts.

    One statement reads both, so that a transfer made in between is in both or in neither.
    """
    moving = _moving().order_by()
    parts = [
        moving.values_list("unit", "debit__kind").annotate(total=-Sum("amount")),
        moving.values_list("unit", "credit__kind").annotate(total=Sum("amount")),
        Pocket.objects.order_by()
        .values_list("account__unit", "account__kind")
        .annotate(total=-Sum("balance")),
    ]
    sums: Balances = defaultdict(int)
    for unit, kind, total in parts[0].union(*parts[1:], all=True):
        sums[unit, kind] += total or 0
    return not any(sums.values())


def differing_months(now: datetime.datetime) -> set[datetime.date]:
    """Return the months whose stored flows are not those of the ledger today."""
    first = first_moment()
    there = _keyed(flows_since(timezone.localdate(first).replace(day=1), now)) if first else {}
    kept = _keyed(Flow.objects.all())
    months = there.keys() | kept.keys()
    return {month for month in months if there.get(month) != kept.get(month)}


def _keyed(flows: Any) -> dict[datetime.date, dict[tuple[Any, ...], tuple[int, int]]]:
    found: dict[datetime.date, dict[tuple[Any, ...], tuple[int, int]]] = defaultdict(dict)
    for flow in flows:
        key = tuple(getattr(flow, name) for name in KEY)
        found[flow.month][key] = (flow.transfers, flow.amount)
    return found
