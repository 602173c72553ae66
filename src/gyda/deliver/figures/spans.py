"""Months, quarters and years of the hub's own clock."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True, order=True)
class Span:
    """From one day up to another, which is no longer in it."""

    first: datetime.date
    end: datetime.date

    @property
    def start(self) -> datetime.datetime:
        """Its first moment."""
        return midnight(self.first)

    @property
    def stop(self) -> datetime.datetime:
        """The first moment after it."""
        return midnight(self.end)

    @property
    def last_month(self) -> datetime.date:
        return later(self.end, -1)

    @property
    def quarter(self) -> tuple[int, int]:
        """The year and the quarter in which it ends, such as (2026, 3)."""
        return self.last_month.year, (self.last_month.month + 2) // 3


def midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def later(first: datetime.date, months: int) -> datetime.date:
    """Return the first of the month so many months later.

    >>> later(datetime.date(2026, 11, 1), 3), later(datetime.date(2026, 2, 1), -3)
    (datetime.date(2027, 2, 1), datetime.date(2025, 11, 1))
    """
    years, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return datetime.date(years, month + 1, 1)


def month_of(moment: datetime.datetime) -> datetime.date:
    """Return the first day of the month in which a moment lies here."""
    return timezone.localdate(moment).replace(day=1)


def month(first: datetime.date) -> Span:
    return Span(first, later(first, 1))


def year_to(first: datetime.date) -> Span:
    """Return the twelve months that end with this one."""
    return Span(later(first, -11), later(first, 1))


def months(first: datetime.date, end: datetime.date) -> list[Span]:
    """Return the months from one up to another, which is no longer among them.

    >>> [str(one.first) for one in months(datetime.date(2026, 12, 1), datetime.date(2027, 2, 1))]
    ['2026-12-01', '2027-01-01']
    """
    found = []
    while first < end:
        found.append(month(first))
        first = later(first, 1)
    return found


def joined(run: "list[Span] | tuple[Span, ...]") -> Span:
    """Return consecutive spans as one."""
    return Span(run[0].first, run[-1].end)
