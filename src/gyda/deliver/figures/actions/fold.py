"""Counts what is not counted yet, the open month anew, and once a day all against the ledger.

The pages read what is stored here, so that they cost the same however much there is to count.
Nothing here is a source: all of it can be thrown away and counted again from the ledger.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from gyda.deliver.figures.actions.standing import keep_people
from gyda.deliver.figures.models import Flow, Grain, Part, Period, Reckoning, Standing
from gyda.deliver.figures.queries import flows
from gyda.deliver.figures.queries.count import counted
from gyda.deliver.figures.queries.given import participation
from gyda.deliver.figures.spans import Span, joined, later, month, month_of, months, year_to
from gyda.keys.context import current_hub
from gyda.methods.representativeness import LEAST, runs

YEARS_BACK = 5


def fold(*, hub_id: UUID, now: datetime.datetime, whole: bool = False) -> None:
    """Tick: count the open month anew, and all months that are over and not counted.

    The twelve months up to now are read whole only once a day, or when somebody asks for it.
    """
    first = flows.first_moment()
    if first is None or first >= now:
        return
    start, here = month_of(first), month_of(now)
    Period.objects.filter(is_closed=False).exclude(end=later(here, 1)).delete()
    if whole:
        Period.objects.filter(is_closed=False).delete()
    if not Standing.objects.exists():  # counted before there were lists of people
        Period.objects.filter(Q(grain=Grain.MONTH) | Q(is_closed=False)).delete()
    _keep_flows(start, here, now)
    _keep(Grain.MONTH, months(start, later(here, 1)), now)
    years = [year_to(later(here, -12 * ago)) for ago in _years(start, here)]
    _keep(Grain.YEAR, [year for year in years if not _is_of_today(year, now)], now)
    closed = _runs(start, here)
    _keep(Grain.RUN, closed, now)
    _keep(Grain.SEASON, _seasons(closed, month(here)), now)
    _note(now)


def _is_of_today(year: Span, now: datetime.datetime) -> bool:
    """Tell whether the year that is not over was counted today."""
    open_one = Period.objects.filter(grain=Grain.YEAR, end=year.end, is_closed=False)
    counted = open_one.values_list("counted_at", flat=True).first()
    return counted is not None and counted.date() == now.date()


def _years(start: datetime.date, here: datetime.date) -> Iterable[int]:
    """Return how many years back there is something: this month's year is always counted."""
    return (ago for ago in range(YEARS_BACK) if ago == 0 or later(here, -12 * ago) >= start)


@transaction.atomic
def _keep_flows(start: datetime.date, here: datetime.date, now: datetime.datetime) -> None:
    """Keep what moved since the newest month that is stored, which was open then."""
    newest = Flow.objects.order_by("-month").values_list("month", flat=True).first()
    since = min(newest or start, here)
    Flow.objects.filter(month__gte=since).delete()
    Flow.objects.bulk_create(_ours(flows.flows_since(since, now)))


def _ours(rows: Sequence[Flow]) -> Sequence[Flow]:
    for row in rows:
        row.hub_id = current_hub()
    return rows


def _keep(grain: str, spans: Iterable[Span], now: datetime.datetime) -> None:
    """Count the spans that are not stored as closed; the open one always."""
    wanted = set(spans)
    stored = Period.objects.filter(grain=grain, is_closed=True).values_list("first", "end")
    there = {Span(*ends) for ends in stored}
    for span in sorted(wanted - there, reverse=True):
        count_span(grain, span, now)


@transaction.atomic
def count_span(grain: str, span: Span, now: datetime.datetime) -> Period:
    """Count one span and put it in the place of what was stored of it."""
    found = counted(grain, span, now)
    period = found.period
    Period.objects.filter(grain=grain, first=span.first, end=span.end).delete()
    period.save()
    for part in found.parts:
        part.hub_id, part.period = period.hub_id, period
    Part.objects.bulk_create(found.parts)
    keep_people(found, month_of(now))
    return period


def _runs(start: datetime.date, here: datetime.date) -> list[Span]:
    """Return the closed months, joined until there are enough people in each run.

    Runs that are stored stay as they are: what was published is not cut anew.
    """
    rows = Period.objects.filter(grain=Grain.RUN).order_by("first")
    stored = [Span(*ends) for ends in rows.values_list("first", "end")]
    single = Period.objects.filter(grain=Grain.MONTH, is_closed=True)
    active = {row.first: row.active for row in single}

    def people(run: Sequence[Span]) -> int:
        alone = active.get(run[-1].first, 0)
        if len(run) == 1 or alone >= LEAST:
            return alone
        return len(participation(joined(list(run))).active)

    rest = months(stored[-1].end if stored else start, here)
    return [*stored, *(joined(list(run)) for run in runs(rest, people))]


def _seasons(closed: Sequence[Span], here: Span) -> list[Span]:
    """Return the runs of each quarter that is over, as one span: runs are never cut."""
    quarters: dict[tuple[int, int], list[Span]] = {}
    for run in closed:
        if run.quarter < here.quarter:
            quarters.setdefault(run.quarter, []).append(run)
    return [joined(found) for found in quarters.values()]


def _note(now: datetime.datetime) -> None:
    row = Reckoning.objects.first()
    if row is None:
        row = Reckoning(checked_at=now, agrees=flows.agrees_with_ledger())
    row.counted_at = now
    row.save()


def check(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tick, once a day: what no longer fits the ledger is forgotten and counted anew.

    Closed months change when hours of the past are brought in from elsewhere.
    """
    wrong = flows.differing_months(now)
    if wrong:
        _forget(wrong)
        fold(hub_id=hub_id, now=now)
    checked = {"checked_at": now, "agrees": flows.agrees_with_ledger()}
    Reckoning.objects.update(**checked)


@transaction.atomic
def _forget(wrong: set[datetime.date]) -> None:
    """Forget what was counted of these months; runs are cut anew from the first of them on."""
    for first in wrong:
        Period.objects.filter(first__lte=first, end__gt=first).delete()
    later_on = Period.objects.filter(grain__in=[Grain.RUN, Grain.SEASON], end__gt=min(wrong))
    later_on.delete()
    Flow.objects.filter(month__gte=min(wrong)).delete()
