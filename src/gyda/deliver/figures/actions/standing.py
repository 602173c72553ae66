"""Keeps who is behind the figures, so that a list of them need not count a year anew."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import F

from gyda.deliver.figures.models import Grain, Standing
from gyda.deliver.figures.models.standing import bit_of
from gyda.deliver.figures.queries.count import Counted
from gyda.deliver.figures.queries.who import is_kept, marked
from gyda.deliver.figures.spans import later
from gyda.keys.context import current_hub
from gyda.methods.participation import Participation, band_of

AT_ONCE = 2_000
BANDS = ("took_part", "partners", "quiet")
Bands = tuple[str, ...]


def keep_people(found: Counted, here: datetime.date) -> None:
    """Keep who was active in a month, and in which bands everyone is in the year up to now."""
    period = found.period
    if period.grain == Grain.MONTH and is_kept(period.first, here):
        _keep_month(period.first, set(found.bank.active))
    if period.grain == Grain.YEAR and period.end == later(here, 1):
        _keep_year(dict(_bands(found.bank, found.quiet)))


def _keep_month(month: datetime.date, active: set[Any]) -> None:
    """Set the month's bit for those who were active, and clear it for all others."""
    bit = bit_of(month)
    there = set(marked(month).values_list("member_id", flat=True))
    for some in _lots(active - there):
        _make({member: {} for member in some})
        _of(some).update(months=F("months").bitor(bit))
    for some in _lots(there - active):
        _of(some).update(months=F("months") - bit)


def _bands(bank: Participation, quiet: dict[Any, str]) -> Iterator[tuple[Any, Bands]]:
    partners = bank.partners()
    given, received = bank.given.keys(), bank.received.keys()
    took_part = {(True, False): "only_gave", (True, True): "both", (False, True): "only_received"}
    for member in quiet.keys() | bank.active:
        part = took_part.get((member in given, member in received), "")
        band = band_of(partners[member]) if member in partners else ""
        yield member, (part, band, quiet.get(member, ""))


def _keep_year(wanted: dict[Any, Bands]) -> None:
    """Write the bands that differ from those that are stored."""
    rows = Standing.objects.values_list("member_id", *BANDS)
    stored: dict[Any, Bands] = {member: tuple(bands) for member, *bands in rows.iterator()}
    _make({member: _named(wanted[member]) for member in wanted.keys() - stored.keys()})
    changed = defaultdict(list)
    for member, bands in stored.items():
        if (now := wanted.get(member, ("", "", ""))) != bands:
            changed[now].append(member)
    for bands, members in changed.items():
        for some in _lots(members):
            _of(some).update(**_named(bands))


def _named(bands: Bands) -> dict[str, str]:
    return dict(zip(BANDS, bands, strict=True))


def _lots(members: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield them by so many as one statement can name."""
    rest = iter(members)
    while lot := list(islice(rest, AT_ONCE)):
        yield lot


def _of(members: Collection[Any]) -> Any:
    return Standing.objects.filter(member_id__in=members)


def _make(rows: dict[Any, dict[str, str]]) -> None:
    """Make the rows that are not there; another process may be making them, too."""
    hub = current_hub()
    made = [Standing(hub_id=hub, member_id=member, **bands) for member, bands in rows.items()]
    Standing.objects.bulk_create(made, batch_size=AT_ONCE, ignore_conflicts=True)
