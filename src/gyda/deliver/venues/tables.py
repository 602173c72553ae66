"""The columns of the monthly tables, on the page and in the file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gyda.deliver.venues.queries.months import Months

HOURS, MONEY, COUNT = "hours", "money", "count"


@dataclass(frozen=True)
class Column:
    """One column: its name in the figures, its words, and what is counted in it."""

    name: str
    label: str | Promise
    unit: str = HOURS
    adds_up: bool = True  # a balance at the end of a month does not


HUB = (
    Column("issued", pgettext_lazy("hours", "Issued")),
    Column("retired", pgettext_lazy("hours", "Spent")),
    Column("circulating", gettext_lazy("In circulation at the end"), adds_up=False),
    Column("lapsed", gettext_lazy("Gone back to the pot")),
    Column("owed", gettext_lazy("Owed to venues"), MONEY),
    Column("settled", gettext_lazy("Paid to venues"), MONEY),
)
FUNDER = (
    Column("granted", gettext_lazy("Granted to give")),
    Column("given", gettext_lazy("Given to people")),
    Column("money", gettext_lazy("Money set aside"), MONEY),
    Column("owed", gettext_lazy("Owed to venues"), MONEY),
)
VENUE = (
    Column("people", gettext_lazy("People"), COUNT),
    Column("spent", gettext_lazy("Hours spent here")),
    Column("unsaid", gettext_lazy("Nobody said who came")),
    Column("owed", gettext_lazy("Owed to us"), MONEY),
    Column("settled", gettext_lazy("Paid to us"), MONEY),
)
UNITS = {
    HOURS: gettext_lazy("%(what)s (minutes)"),
    MONEY: gettext_lazy("%(what)s (pence)"),
    COUNT: "%(what)s",
}

Table = tuple[Sequence[Column], Months]


def rows_of(tables: Sequence[Table]) -> tuple[list[str], list[list[Any]]]:
    """Return the tables side by side as one: a row for each month, newest first."""
    header = [_("Month")]
    found: dict[datetime.date, dict[int, dict[str, int]]] = {}
    for number, (columns, months) in enumerate(tables):
        header += [str(UNITS[column.unit]) % {"what": column.label} for column in columns]
        for month in months.months:
            found.setdefault(month.first, {})[number] = month.figures
    rows: list[list[Any]] = []
    for first in sorted(found, reverse=True):
        row: list[Any] = [f"{first:%Y-%m}"]
        for number, (columns, _months) in enumerate(tables):
            figures = found[first].get(number, {})
            row += [figures.get(column.name, 0) for column in columns]
        rows.append(row)
    return header, rows
