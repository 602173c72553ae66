"""Counts one span: how people took part, of what kind, from where, and who has been quiet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from gyda.deliver.figures import homes, ways
from gyda.deliver.figures.models import Grain, Part, Period, Sort
from gyda.deliver.figures.queries.given import participation
from gyda.deliver.figures.queries.quiet import KEYS, bands, members_at
from gyda.deliver.figures.spans import Span
from gyda.methods.participation import (
    Participation,
    Person,
    Tally,
    by_partners,
    median_partners,
)
from gyda.methods.reciprocity import network
from gyda.people.areas import folded
from gyda.people.models import Member

WHOLE = (Grain.YEAR, Grain.SEASON)  # long enough to tell who has been quiet
Homes = dict[Person, str]


@dataclass(frozen=True)
class Counted:
    """A span's numbers and its parts, not stored, and who is behind them."""

    period: Period
    parts: list[Part]
    bank: Participation
    quiet: dict[Any, str]  # the band of each member; only of spans that are long enough


def counted(grain: str, span: Span, now: datetime.datetime) -> Counted:
    """Count a span."""
    bank = participation(span)
    at_home: Homes = dict(homes.homes_of(bank.active))
    period = Period(
        grain=grain,
        first=span.first,
        end=span.end,
        counted_at=now,
        is_closed=span.stop <= now,
        **_people(bank, span, now),
        **_minutes(bank),
        **_links(bank),
    )
    parts = [*_kinds(bank), *_places(bank, at_home), *_fifths(bank, at_home), *_partners(bank)]
    quiet = bands(min(span.stop, now)) if grain in WHOLE else {}
    return Counted(period, [*parts, *(_quiet(quiet) if grain in WHOLE else ())], bank, quiet)


def _people(bank: Participation, span: Span, now: datetime.datetime) -> dict[str, int]:
    end = min(span.stop, now)
    came = Q(joined_at__gte=span.start, joined_at__lt=end)
    here = members_at(end)
    found = Member.objects.aggregate(
        joined=Count("id", filter=came), members=Count("id", filter=here)
    )
    return found | {
        "only_gave": len(bank.only_gave),
        "only_received": len(bank.only_received),
        "both": len(bank.both),
    }


def _minutes(bank: Participation) -> dict[str, int]:
    found = {}
    for way in (ways.NEIGHBOUR, ways.ORGANISED):
        tally = bank.ways.get(way, Tally())
        found[f"{way}_minutes"] = tally.minutes
        found[f"{way}_times"] = tally.times
        found[f"{way}_people"] = len(tally.people)
    return found


def _links(bank: Participation) -> dict[str, int]:
    found = network(bank.pairs)
    return {
        "links": found.links,
        "mutual_links": found.mutual_links,
        "link_minutes": found.minutes,
        "mutual_minutes": found.mutual_minutes,
        "half_partners": round(2 * median_partners(bank.partners())),
    }


def _kinds(bank: Participation) -> Iterator[Part]:
    for key, tally in sorted(bank.kinds.items()):
        size = {"people": len(tally.people), "minutes": tally.minutes, "times": tally.times}
        yield Part(sort=Sort.KIND, key=key, **size)


def _places(bank: Participation, at_home: Homes) -> Iterator[Part]:
    people, minutes, names = Counter[str](), Counter[str](), dict[str, str]()
    for giver, given in sorted(bank.given.items(), key=lambda row: str(row[0])):
        name = at_home.get(giver, homes.UNKNOWN)
        place = folded(name)
        names[place] = min(names.get(place, name), name)
        people[place] += 1
        minutes[place] += given
    for place in sorted(people):
        size = {"people": people[place], "minutes": minutes[place]}
        yield Part(sort=Sort.PLACE, key=names[place], **size)


def _fifths(bank: Participation, at_home: Homes) -> Iterator[Part]:
    table = homes.fifths()
    if not table:
        return
    found = Counter(_fifth(table, at_home.get(person)) for person in bank.active)
    for key in ("1", "2", "3", "4", "5", homes.UNKNOWN):
        yield Part(sort=Sort.FIFTH, key=key, people=found[key])


def _fifth(table: dict[str, int], place: str | None) -> str:
    return str(table.get(folded(place or ""), homes.UNKNOWN))


def _partners(bank: Participation) -> Iterator[Part]:
    for key, people in by_partners(bank.partners()).items():
        yield Part(sort=Sort.PARTNERS, key=key, people=people)


def _quiet(bands_of: dict[Any, str]) -> Iterator[Part]:
    """Yield how many members last moved hours how long ago; each is in one of the bands."""
    found = Counter(bands_of.values())
    for key in KEYS:
        yield Part(sort=Sort.QUIET, key=key, people=found[key])
