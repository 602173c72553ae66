"""Figures laid out for a page: rows of words, with bars beside them and links behind them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.deliver.figures import words
from gyda.deliver.figures.spans import Span
from gyda.web.charts import Columns, Series
from gyda.web.units import hours

FULL = 100


@dataclass(frozen=True)
class Line:
    """One row: what it is, how much, how long its bar is of a hundred, and what it opens."""

    label: str
    said: str
    bar: int = 0
    link: str = ""
    is_held: bool = False


def people(count: int) -> str:
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}


def lines_of(
    figures: Mapping[str, int | None],
    name: Callable[[str], str],
    say: Callable[[int], str],
    link: Callable[[str], str] = lambda key: "",
) -> list[Line]:
    """Lay out figures; what is held back says so, and gives no length away."""
    most = max((value for value in figures.values() if value), default=1)
    return [
        Line(name(key), _held(), is_held=True)
        if value is None
        else Line(name(key), say(value), _length(value, most), link(key))
        for key, value in figures.items()
    ]


def _length(value: int, most: int) -> int:
    return max(round(FULL * max(value, 0) / most), 0)


def _held() -> str:
    return _("not shown")


@dataclass(frozen=True)
class Stretch:
    """The figures of a month or a run of months, as charts need them."""

    span: Span
    active: int
    neighbour: int | None
    organised: int | None


def hours_chart(rows: Sequence[Stretch]) -> Columns:
    """Hours given, oldest first: neighbour to neighbour beside what was arranged."""
    return Columns(
        id="hours",
        title=_("Hours given, month by month"),
        description=_("The table after this picture has the same figures."),
        labels=[words.short(row.span) for row in rows],
        series=[
            Series(_("Neighbour to neighbour"), [row.neighbour for row in rows]),
            Series(_("Arranged by an organisation"), [row.organised for row in rows]),
        ],
        say=hours,
        step=60,
    )


def active_chart(rows: Iterable[Stretch]) -> Columns:
    """People who gave or received, oldest first."""
    there = list(rows)
    return Columns(
        id="active",
        title=_("Active members, month by month"),
        description=_("The table after this picture has the same figures."),
        labels=[words.short(row.span) for row in there],
        series=[Series(_("Active members"), [row.active for row in there])],
    )
