"""Discounting: the worth today of money in later years, by a setting with a date and a source."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gyda.methods.appraisal.exact import Number, exact
from gyda.methods.errors import BadInput


@dataclass(frozen=True)
class Step:
    """The yearly rate from one year to another, both included; `last` None: for ever."""

    first: int
    last: int | None
    rate: Fraction


@dataclass(frozen=True)
class Discounting:
    """A schedule of real rates: never a constant, for governments change it.

    `since`: from when it is in force; `until`: the day on which it is looked at again, if known;
    `source`: where it stands.
    """

    name: str
    since: date
    until: date | None
    source: str
    steps: tuple[Step, ...]

    def rate(self, year: int) -> Fraction:
        """Return the rate from the year before to this one; raise BadInput `no-rate-for-year`."""
        for step in self.steps:
            if step.first <= year and (step.last is None or year <= step.last):
                return step.rate
        raise BadInput("no-rate-for-year", year=year, setting=self.name)

    def factor(self, year: int) -> Fraction:
        """Return the worth today of one pound in a year; year 0 is the first and is not discounted.

        Product of 1 / (1 + r_s) over s = 1 … t, so that the rate steps down within a long plan
        (HM Treasury, The Green Book, annex on discounting).

        >>> [f"{float(GREEN_BOOK.factor(year)):.4f}" for year in (1, 5, 10, 30, 31)]
        ['0.9662', '0.8420', '0.7089', '0.3563', '0.3459']
        """
        if year < 0:
            raise BadInput("no-rate-for-year", year=year, setting=self.name)
        worth = Fraction(1)
        for one in range(1, year + 1):
            worth /= 1 + self.rate(one)
        return worth

    def at(self, rate: Number) -> "Discounting":
        """Return the same with one rate for all years: the second figure of a sensitivity test."""
        flat = (Step(0, None, exact(rate)),)
        return Discounting(f"{self.name}, {rate}", self.since, self.until, self.source, flat)


_TREASURY = "HM Treasury, The Green Book; terms of reference of its review, 16 December 2025"
GREEN_BOOK = Discounting(
    "Green Book, standard",
    since=date(2003, 4, 1),
    until=date(2026, 7, 31),  # the review is to report by the middle of 2026
    source=_TREASURY,
    steps=(
        Step(0, 30, exact("0.035")),
        Step(31, 75, exact("0.03")),
        Step(76, None, exact("0.025")),
    ),
)
# Only years 0 to 30 were found in a source we have read: later ones are refused, not guessed.
GREEN_BOOK_HEALTH = Discounting(
    "Green Book, health and life",
    since=date(2003, 4, 1),
    until=date(2026, 7, 31),
    source=_TREASURY,
    steps=(Step(0, 30, exact("0.015")),),
)


def in_force(day: date, settings: Iterable[Discounting]) -> tuple[Discounting, bool]:
    """Return the newest setting of a day, and whether it is past its time for a second look.

    Raises BadInput `no-setting-on-day`.

    >>> setting, overdue = in_force(date(2026, 11, 22), [GREEN_BOOK])
    >>> setting.name, overdue
    ('Green Book, standard', True)
    """
    begun = [setting for setting in settings if setting.since <= day]
    if not begun:
        raise BadInput("no-setting-on-day", day=day.isoformat())
    newest = max(begun, key=lambda setting: (setting.since, setting.name))
    return newest, newest.until is not None and day > newest.until
