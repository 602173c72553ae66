"""How long it is since each member last gave, received or spent hours: to ring, not to blame."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from gyda.deliver.figures import ways
from gyda.deliver.figures.spans import later, midnight
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Place
from gyda.ledger.models import Account, Transfer, Unit
from gyda.ledger.models.transfer import MOVING
from gyda.people.models import Member

LONG, NEVER = "LONG", "NEVER"
BANDS = (("3", 3), ("6", 6), ("12", 12))  # moved hours in the last so many months
KEYS = (*(name for name, _ in BANDS), LONG, NEVER)
LAST = ("last_paid", "last_got", "last_came")


def members_at(moment: datetime.datetime) -> Q:
    """Return who belonged to the hub at a moment."""
    return Q(joined_at__lt=moment) & (Q(left_at__isnull=True) | Q(left_at__gte=moment))


def with_last(members: QuerySet[Member], before: datetime.datetime) -> QuerySet[Member]:
    """Add to each member when they last paid, got and came somewhere, by the accounts' indexes."""
    account = Account.objects.filter(
        hub_id=OuterRef("hub_id"), member_id=OuterRef("id"), unit=Unit.MINUTES
    )
    came = Attendance.objects.filter(
        hub_id=OuterRef("hub_id"),
        member_id=OuterRef("id"),
        state=Place.CAME,
        activity__starts_at__lt=before,
    ).order_by("-activity__starts_at")
    return members.annotate(
        last_paid=_last(account, "debit_id", before),
        last_got=_last(account, "credit_id", before),
        last_came=Subquery(came.values("activity__starts_at")[:1]),
    )


def _last(account: QuerySet[Account], side: str, before: datetime.datetime) -> Subquery:
    moved = Transfer.objects.filter(
        **{side: OuterRef("id")},
        hub_id=OuterRef("hub_id"),
        at__lt=before,
        kind__in=ways.codes(),
        phase__in=MOVING,
        reverses__isnull=True,
    ).order_by("-at")
    return Subquery(account.annotate(last=Subquery(moved.values("at")[:1])).values("last")[:1])


def bands(before: datetime.datetime) -> dict[Any, str]:
    """Return for each who was a member then in which band they last moved hours."""
    rows: Any = with_last(Member.objects.filter(members_at(before)), before)
    found = {}
    for member, *moments in rows.values_list("id", *LAST).iterator(5_000):
        last = max((moment for moment in moments if moment), default=None)
        found[member] = band_of(last, before)
    return found


def band_of(last: datetime.datetime | None, now: datetime.datetime) -> str:
    """Return the band for someone who last moved hours then."""
    if last is None:
        return NEVER
    return next((name for name, months in BANDS if last >= months_before(now, months)), LONG)


def months_before(now: datetime.datetime, months: int) -> datetime.datetime:
    """Return midnight of the same day so many months before, or of the last day of that month."""
    today = timezone.localdate(now)
    first = later(today.replace(day=1), -months)
    last_day = (later(first, 1) - datetime.timedelta(days=1)).day
    return midnight(first.replace(day=min(today.day, last_day)))
