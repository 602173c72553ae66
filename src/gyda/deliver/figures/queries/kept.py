"""The counted periods, as the pages read them: a bounded number of rows, however large the hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from gyda.deliver.figures.models import Area, AreaTable, Grain, Part, Period, Reckoning, Sort
from gyda.deliver.figures.spans import Span, later, month, month_of
from gyda.deliver.models import Category

MONTHS, SEASONS, YEARS = 25, 4, 5


def reckoning() -> Reckoning | None:
    """Return when the hub was last counted."""
    return Reckoning.objects.first()


def latest(grain: str, most: int) -> list[Period]:
    """Return the last periods of a grain, the newest first."""
    return list(Period.objects.filter(grain=grain).order_by("-end", "-first")[:most])


def runs() -> list[Period]:
    """Return all runs, the oldest first: one a month at most."""
    return list(Period.objects.filter(grain=Grain.RUN).order_by("first"))


def seasons() -> list[tuple[Period, list[Part]]]:
    """Return the last seasons with their parts, the newest first."""
    return with_parts(latest(Grain.SEASON, SEASONS))


def with_parts(periods: Iterable[Period]) -> list[tuple[Period, list[Part]]]:
    """Return the periods, each with its parts."""
    rows = list(periods)
    found: dict[object, list[Part]] = {row.id: [] for row in rows}
    for part in Part.objects.filter(period_id__in=[row.id for row in rows]).order_by("id"):
        found[part.period_id].append(part)
    return [(row, found[row.id]) for row in rows]


def months_and_years() -> tuple[list[Period], list[Period]]:
    """Return the last months, and the last twelve months beside those of the years before.

    Both newest first, in one query; the month that is not over stands there as last counted.
    """
    since = later(month_of(timezone.now()), 1 - MONTHS)
    which = Q(grain=Grain.MONTH, first__gte=since) | Q(grain=Grain.YEAR)
    rows = list(Period.objects.filter(which).order_by("-end"))
    years = [row for row in rows if row.grain == Grain.YEAR]
    same = [row for row in years if row.end.month == years[0].end.month]
    return [row for row in rows if row.grain == Grain.MONTH], same[:YEARS]


def months_of_kind(year: Span, key: str) -> list[Span]:
    """Return the months of a year in which there was help of a kind, the newest first."""
    of_kind = Part.objects.filter(sort=Sort.KIND, key=key).values("period_id")
    rows = Period.objects.filter(
        grain=Grain.MONTH, first__gte=year.first, end__lte=year.end, id__in=of_kind
    )
    return [month(first) for first in rows.order_by("-first").values_list("first", flat=True)]


def shelves() -> dict[str, Category]:
    """Return the hub's categories by id as the parts name them."""
    return {str(row.id): row for row in Category.objects.all()}


def area_table() -> AreaTable | None:
    return AreaTable.objects.select_related("loaded_by").first()


def areas() -> list[Area]:
    """Return the first places of the table, as a steward looks it over."""
    return list(Area.objects.order_by("fifth", "folded")[:200])
