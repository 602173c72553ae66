"""What of the figures may be told to anyone: nothing about fewer than five people.

Every figure here is made from closed runs of months, none of which overlap, and from nothing else:
so it cannot be taken off another one, nor off yesterday's page, to leave less than five people.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gyda.deliver.figures.models import Part, Period, Sort
from gyda.deliver.figures.spans import Span
from gyda.deliver.figures.ways import NEIGHBOUR, ORGANISED
from gyda.methods.representativeness import (
    LEAST,
    Published,
    published,
    suppressed,
    suppressed_sums,
)

Sums = dict[str, int | None]


@dataclass(frozen=True)
class Run:
    """Closed months with enough people in them; None is held back."""

    span: Span
    active: int
    minutes: int
    neighbour: int | None
    organised: int | None


def run_of(period: Period) -> Run:
    """Return what may be told of a run."""
    ways = {
        NEIGHBOUR: (period.neighbour_people, period.neighbour_minutes),
        ORGANISED: (period.organised_people, period.organised_minutes),
    }
    shown = suppressed_sums(ways)
    return Run(
        span=Span(period.first, period.end),
        active=period.active,
        minutes=period.minutes,
        neighbour=shown[NEIGHBOUR],
        organised=shown[ORGANISED],
    )


@dataclass(frozen=True)
class Year:
    """The runs that end in one year."""

    year: int
    minutes: int
    neighbour: int | None
    organised: int | None


def years_of(runs: Iterable[Run]) -> list[Year]:
    """Add up what was published, newest first; a way that was held back in a run is in the sum."""
    found: dict[int, list[Run]] = {}
    for run in runs:
        found.setdefault(run.span.last_month.year, []).append(run)
    return [
        Year(
            year,
            sum(run.minutes for run in rows),
            _whole([run.neighbour for run in rows]),
            _whole([run.organised for run in rows]),
        )
        for year, rows in sorted(found.items(), reverse=True)
    ]


def _whole(values: Sequence[int | None]) -> int | None:
    """Return a sum only where every part of it was published."""
    return None if None in values else sum(value for value in values if value is not None)


@dataclass(frozen=True)
class Season:
    """A quarter of a year: how people took part in it."""

    span: Span
    active: int
    gave_and_received: Sums  # only_gave, both, only_received
    partners: Sums
    quiet: Sums
    median_partners: float | None
    mutual: float | None  # links that are answered, as a share of all
    kinds: Sums
    places: Sums


def season_of(period: Period, parts: Sequence[Part]) -> Season:
    """Return what may be told of a season."""
    split = {
        "only_gave": period.only_gave,
        "both": period.both,
        "only_received": period.only_received,
    }
    partners = _counts(parts, Sort.PARTNERS)
    links = suppressed({"mutual": period.mutual_links, "one": period.links - period.mutual_links})
    is_told = links.groups["mutual"] is not None and sum(partners.values()) >= LEAST
    return Season(
        span=Span(period.first, period.end),
        active=period.active,
        gave_and_received=suppressed(split).groups,
        partners=suppressed(partners).groups,
        quiet=suppressed(_counts(parts, Sort.QUIET)).groups,
        median_partners=period.half_partners / 2 if is_told else None,
        mutual=period.mutual_links / period.links if is_told else None,
        kinds=suppressed_sums(_sums(parts, Sort.KIND)),
        places=suppressed_sums(_sums(parts, Sort.PLACE)),
    )


def reach_of(parts: Iterable[Part], residents: Mapping[str, int]) -> Published | None:
    """Return who takes part by the deprivation of their area, beside who lives there."""
    people = {part.key: part.people for part in parts if part.sort == Sort.FIFTH and part.key}
    here = {key: count for key, count in people.items() if residents.get(key)}
    return published(here, residents) if sum(here.values()) else None


def _counts(parts: Iterable[Part], sort: str) -> dict[str, int]:
    return {part.key: part.people for part in parts if part.sort == sort}


def _sums(parts: Iterable[Part], sort: str) -> dict[str, tuple[int, int]]:
    return {part.key: (part.people, part.minutes) for part in parts if part.sort == sort}


def added_up(sums: Iterable[Sums]) -> tuple[dict[str, int], bool]:
    """Add up over seasons what was published in each; and tell whether something was held back.

    >>> added_up([{"garden": 60, "lifts": None}, {"garden": 30, "lifts": 45}])
    ({'garden': 90, 'lifts': 45}, True)
    """
    total: dict[str, int] = {}
    held = False
    for shown in sums:
        for key, amount in shown.items():
            held = held or amount is None
            if amount is not None:
                total[key] = total.get(key, 0) + amount
    return dict(sorted(total.items(), key=lambda row: (-row[1], row[0]))), held
