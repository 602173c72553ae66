"""Long lists page by page: each page starts after a row, not after a count, so none is slow."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from gyda.web.fields.day import YEARS

M = TypeVar("M", bound=Model)

AFTER, BEFORE = "after", "before"  # further down the list; back up the list
BETWEEN = "~"


@dataclass(frozen=True)
class Page(Generic[M]):
    """Some rows, and the query strings of the pages on either side ("" when there is none)."""

    rows: list[M]
    older: str
    newer: str

    @property
    def is_only(self) -> bool:
        """There is nothing to leaf through."""
        return not (self.older or self.newer)


def page_of(
    queryset: QuerySet[M],
    request: HttpRequest,
    size: int = 20,
    by: str = "-id",
    either: Sequence[Q] = (),
) -> Page[M]:
    """Return the page that the query string asks for, ordered by a field that is never null.

    Ids are in order of time, so the default is newest first. Equal values are told apart by id.
    `either`: only rows that meet one of these conditions, see first_of.
    """
    return _Pager(queryset, request, size, by, either).page()


def first_of(rows: QuerySet[M], either: Sequence[Q], count: int) -> list[M]:
    """Return the first rows of an ordered list that meet one of the conditions.

    The first of all are among the first of each, and each has an index that knows them; an "or"
    over two indexes makes a database read a whole hub.
    """
    if either:
        ids = rows.order_by().values("pk")
        firsts = [ids.filter(pk__in=rows.filter(one).values("pk")[:count]) for one in either]
        rows = rows.filter(pk__in=firsts[0].union(*firsts[1:]))
    return list(rows[:count])


class _Pager(Generic[M]):
    def __init__(
        self,
        queryset: QuerySet[M],
        request: HttpRequest,
        size: int,
        by: str,
        either: Sequence[Q],
    ) -> None:
        self.queryset, self.request, self.size, self.either = queryset, request, size, either
        self.descending = by.startswith("-")
        self.name = by.removeprefix("-")
        self.field: Any = queryset.model._meta.get_field(self.name)

    def page(self) -> Page[M]:
        asked = self.request.GET
        if back := self._row_of(asked.get(BEFORE, "")):
            rows = self._rows(back, backwards=True)
            if len(rows) >= self.size:
                return self._page(rows[: self.size][::-1], older=True, newer=len(rows) > self.size)
        after = self._row_of(asked.get(AFTER, ""))
        rows = self._rows(after, backwards=False)
        return self._page(rows[: self.size], older=len(rows) > self.size, newer=after is not None)

    def _rows(self, start: tuple[Any, Any] | None, backwards: bool) -> list[M]:
        falling = self.descending != backwards
        sign = "-" if falling else ""
        rows = self.queryset.order_by(f"{sign}{self.name}", f"{sign}id")
        if start:
            rows = rows.filter(self._beyond(start, "lt" if falling else "gt"))
        return first_of(rows, self.either, self.size + 1)

    def _beyond(self, start: tuple[Any, Any], than: str) -> Q:
        value, row_id = start
        # The first condition lets the database walk the index; the second tells equals apart.
        return Q(**{f"{self.name}__{than}e": value}) & (
            Q(**{f"{self.name}__{than}": value}) | Q(**{f"id__{than}": row_id})
        )

    def _page(self, rows: list[M], older: bool, newer: bool) -> Page[M]:
        return Page(
            rows=rows,
            older=self._link(AFTER, rows[-1]) if rows and older else "",
            newer=self._link(BEFORE, rows[0]) if rows and newer else "",
        )

    def _link(self, direction: str, row: M) -> str:
        query = self.request.GET.copy()
        for key in (AFTER, BEFORE):
            query.pop(key, None)
        query[direction] = f"{self.field.value_to_string(row)}{BETWEEN}{row.pk}"
        return f"?{query.urlencode()}"

    def _row_of(self, text: str) -> tuple[Any, Any] | None:
        value, between, row_id = text.rpartition(BETWEEN)
        key: Any = self.queryset.model._meta.pk
        try:
            start = self.field.to_python(value) if between else None
            return (start, key.to_python(row_id)) if _is_usable(start) else None
        except (ValidationError, FieldDoesNotExist):
            return None


def _is_usable(start: Any) -> bool:
    """Tell whether the database can compare with it: no day before or after all days."""
    if isinstance(start, datetime.datetime):
        return timezone.is_aware(start) and start.year in YEARS
    return start is not None
