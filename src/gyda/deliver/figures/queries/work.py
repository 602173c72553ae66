"""How long connectors worked, beside what came of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from gyda.deliver.figures.models import ConnectorTime
from gyda.people.models import Member


@dataclass(frozen=True)
class Work:
    """The work of one month: how long, and by how many connectors."""

    minutes: int
    connectors: int

    def for_each(self, times: int) -> int | None:
        """Return the minutes for each exchange, rounded; None where there was none."""
        return round(self.minutes / times) if times > 0 else None


NONE = Work(0, 0)


def work_by_month(first: datetime.date) -> dict[datetime.date, Work]:
    """Return what connectors wrote down, for each month from one on."""
    rows = ConnectorTime.objects.filter(on__gte=first).order_by()
    by_month = rows.annotate(month=TruncMonth("on")).values_list("month")
    found: dict[datetime.date, Work] = defaultdict(lambda: NONE)
    summed = by_month.annotate(Sum("minutes"), Count("connector", distinct=True))
    for month, minutes, connectors in summed:
        found[month] = Work(minutes, connectors)
    return found


def mine(member: Member) -> QuerySet[ConnectorTime]:
    """Return what one connector wrote down."""
    return ConnectorTime.objects.filter(connector=member)


def all_time() -> QuerySet[ConnectorTime]:
    """Return what all connectors wrote down, for the steward's table."""
    return ConnectorTime.objects.select_related("connector").order_by("on", "id")
