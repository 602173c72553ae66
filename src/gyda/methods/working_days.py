"""Working days in Wales: when an answer is due that was promised within one.

The bank holidays of England and Wales follow rules (Banking and Financial Dealings Act 1971, and
the yearly proclamations), so they are worked out here; only the few that a proclamation moved or
added are listed. A library would bring the holidays of 150 countries for these eight days.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection
from functools import cache

DAY = datetime.timedelta(days=1)
OPENS, CLOSES = datetime.time(9), datetime.time(17)
SATURDAY, MONDAY = 5, 0

# Proclaimed for one year: (the day that the rule gives, or None; the day instead).
PROCLAIMED: dict[int, tuple[tuple[datetime.date | None, datetime.date], ...]] = {
    2020: ((datetime.date(2020, 5, 4), datetime.date(2020, 5, 8)),),
    2022: (
        (datetime.date(2022, 5, 30), datetime.date(2022, 6, 2)),
        (None, datetime.date(2022, 6, 3)),
        (None, datetime.date(2022, 9, 19)),
    ),
    2023: ((None, datetime.date(2023, 5, 8)),),
}


def easter(year: int) -> datetime.date:
    """Return Easter Sunday (Meeus, Jones and Butcher's form of the Gregorian computus).

    >>> easter(2026), easter(2027)
    (datetime.date(2026, 4, 5), datetime.date(2027, 3, 28))
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - moon_shift + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[datetime.date]:
    """Return the bank holidays of Wales in a year, with the days off in lieu.

    >>> [f"{day:%-d %b}" for day in sorted(bank_holidays(2026))]
    ['1 Jan', '3 Apr', '6 Apr', '4 May', '25 May', '31 Aug', '25 Dec', '28 Dec']
    >>> datetime.date(2022, 6, 3) in bank_holidays(2022)
    True
    """
    days = {easter(year) - 2 * DAY, easter(year) + DAY}
    days |= {_first_monday(year, 5), _last_monday(year, 5), _last_monday(year, 8)}
    for month, day in ((1, 1), (12, 25), (12, 26)):
        days.add(_in_lieu(datetime.date(year, month, day), days))
    for ruled, instead in PROCLAIMED.get(year, ()):
        days = (days - {ruled}) | {instead} if ruled else days | {instead}
    return frozenset(days)


def _first_monday(year: int, month: int) -> datetime.date:
    first = datetime.date(year, month, 1)
    return first + (MONDAY - first.weekday()) % 7 * DAY


def _last_monday(year: int, month: int) -> datetime.date:
    last = datetime.date(year, month, 31)
    return last - last.weekday() * DAY


def _in_lieu(day: datetime.date, taken: Collection[datetime.date]) -> datetime.date:
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day


def is_working(day: datetime.date, closed: Collection[datetime.date] = ()) -> bool:
    """Tell whether people are at work; `closed` are further days that they are not."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year) and day not in closed


def due_after_one(
    received: datetime.datetime, closed: Collection[datetime.date] = ()
) -> datetime.datetime:
    """Return when one working day is over for what came at this moment (on the clock of the wall).

    What comes outside nine to five counts as having come at nine on the next working morning.

    >>> due_after_one(datetime.datetime(2026, 12, 24, 15, 30))  # Christmas Eve, a Thursday
    datetime.datetime(2026, 12, 29, 15, 30)
    >>> due_after_one(datetime.datetime(2026, 11, 21, 11))  # a Saturday
    datetime.datetime(2026, 11, 24, 9, 0)
    """
    day, at = received.date(), received.timetz()
    clock = at.replace(tzinfo=None)
    if not is_working(day, closed) or clock >= CLOSES:
        day, at = _next_working(day, closed), OPENS.replace(tzinfo=at.tzinfo)
    elif clock < OPENS:
        at = OPENS.replace(tzinfo=at.tzinfo)
    return datetime.datetime.combine(_next_working(day, closed), at)


def _next_working(day: datetime.date, closed: Collection[datetime.date]) -> datetime.date:
    day += DAY
    while not is_working(day, closed):
        day += DAY
    return day
