"""How many hours of each member are due to go back on a day, reckoned from the ledger.

Hours are spent first in, first out. So what is left of them is what came in last: walking back
through all that came in, the newest that add up to the balance. Of these, what came in before a
day is the balance less all that came in since. The tests compare this with a queue that is kept
move by move.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from gyda.deliver.venues.models import LapseNotice, VenueRules
from gyda.deliver.venues.models.rules import Expiry
from gyda.ledger.models import Account, Kind, Pocket, Transfer, Unit
from gyda.ledger.models.transfer import MOVING

Due = dict[UUID, int]  # minutes by member


def due_on(
    rules: VenueRules,
    on: datetime.date,
    members: Sequence[UUID] | None = None,
    but: UUID | None = None,
) -> Due:
    """Return what is due on a first of a month; `but` leaves out one transfer, as if not made."""
    if rules.expiry == Expiry.EXPIRY:
        return _expired(months_before(on, rules.expiry_months), members, but)
    return _part(rules.return_percent, rules.return_free_minutes, members, but)


def _expired(since: datetime.date, members: Sequence[UUID] | None, but: UUID | None) -> Due:
    """Return what came in before a day and is still there and not promised."""
    start = timezone.make_aware(datetime.datetime.combine(since, datetime.time()))
    came_in = Transfer.objects.filter(
        hub_id=OuterRef("hub_id"), credit_id=OuterRef("id"), at__gte=start, phase__in=MOVING
    )
    rows = _free(members, but).annotate(new=_total(came_in)).annotate(old=F("free") - F("new"))
    return dict(rows.filter(old__gt=0).values_list("member_id", "old"))


def _part(percent: int, untouched: int, members: Sequence[UUID] | None, but: UUID | None) -> Due:
    """Return the hub's percentage of what is above the untouched hours, in whole minutes."""
    rows = _free(members, but).filter(free__gt=untouched).values_list("member_id", "free")
    due = {member: (free - untouched) * percent // 100 for member, free in rows}
    return {member: minutes for member, minutes in due.items() if minutes}


def _free(members: Sequence[UUID] | None, but: UUID | None) -> Any:
    """Return the members' open accounts with what is in them and not promised to anyone."""
    rows = Account.objects.filter(kind=Kind.MEMBER, unit=Unit.MINUTES, closed_at__isnull=True)
    if members is not None:
        rows = rows.filter(member_id__in=members)
    pockets = Pocket.objects.filter(hub_id=OuterRef("hub_id"), account_id=OuterRef("id"))
    free = pockets.order_by().values("account_id").annotate(sum=Sum(F("balance") - F("held")))
    rows = rows.annotate(free=Coalesce(Subquery(free.values("sum")), 0) + _left_out(but))
    return rows.filter(free__gt=0)


def _left_out(key: UUID | None) -> Value | Coalesce:
    """Return what one transfer took out of the account."""
    if key is None:
        return Value(0)
    out = Transfer.objects.filter(hub_id=OuterRef("hub_id"), debit_id=OuterRef("id"), id=key)
    return _total(out)


def _total(rows: Any) -> Coalesce:
    summed = rows.order_by().values("hub_id").annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(summed), 0)


def months_before(day: datetime.date, months: int) -> datetime.date:
    """Return the first of the month so many months before a first.

    >>> months_before(datetime.date(2026, 3, 1), 12), months_before(datetime.date(2026, 3, 1), 3)
    (datetime.date(2025, 3, 1), datetime.date(2025, 12, 1))
    """
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime.date(years, month + 1, 1)


def told_for(
    on: datetime.date, days: int | None = None, told_before: datetime.datetime | None = None
) -> Due:
    """Return what members were told of a day: in one round of letters, or at least so long ago.

    Where they were told more than once, the last letter told in time counts.
    """
    which = Q(on=on)
    if days is not None:
        which &= Q(days=days)
    if told_before is not None:
        which &= Q(told_at__lte=told_before)
    letters = LapseNotice.objects.filter(which).order_by("-days")  # of two, the later one stays
    return dict(letters.values_list("member_id", "minutes"))
