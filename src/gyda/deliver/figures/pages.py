"""What the two pages of figures show: the one for everyone, and the one behind it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from gyda.deliver.figures import published, words
from gyda.deliver.figures.homes import residents
from gyda.deliver.figures.models import Part, Period, Sort
from gyda.deliver.figures.published import Run, Season
from gyda.deliver.figures.queries import kept
from gyda.deliver.figures.queries.book import book_of
from gyda.deliver.figures.queries.work import work_by_month
from gyda.deliver.figures.spans import Span, later, month_of
from gyda.deliver.figures.tables import (
    Line,
    Stretch,
    active_chart,
    hours_chart,
    lines_of,
    people,
)
from gyda.ledger import kinds as transfer_kinds
from gyda.methods.errors import BadInput
from gyda.methods.representativeness import Representation, representation
from gyda.web.units import hours

Context = dict[str, Any]
SHOWN = 24  # runs on the page; the file has all of them


def for_everyone() -> Context:
    """Return what may be told to anyone, from closed months alone."""
    periods = kept.runs()
    runs = [published.run_of(period) for period in periods]
    seasons = kept.seasons()
    shown = [published.season_of(*season) for season in seasons]
    stretches = [_of_run(run) for run in runs[-SHOWN:]]
    return {
        "runs": runs[::-1][:SHOWN],
        "hours_chart": hours_chart(stretches),
        "active_chart": active_chart(stretches),
        "years": published.years_of(runs),
        "season": _season(shown[0]) if shown else None,
        "seasons": shown,
        **_sums(shown),
        "reach": _published_reach(seasons[0][1]) if seasons else None,
        "area_table": kept.area_table(),
    }


def _of_run(run: Run) -> Stretch:
    return Stretch(run.span, run.active, run.neighbour, run.organised)


def _season(season: Season) -> Context:
    return {
        "span": season.span,
        "active": season.active,
        "median_partners": season.median_partners,
        "mutual": None if season.mutual is None else round(100 * season.mutual),
        "parts": lines_of(season.gave_and_received, _named(words.PARTS), people),
        "partners": lines_of(season.partners, _named(words.PARTNERS), people),
        "quiet": lines_of(season.quiet, _named(words.QUIET), people),
    }


def _named(names: dict[str, Any]) -> Callable[[str], str]:
    return lambda key: str(names[key])


def _sums(seasons: list[Season]) -> Context:
    """Add up kinds of help and places over the seasons, each as far as it was published."""
    kinds, kinds_held = published.added_up(season.kinds for season in seasons)
    places, places_held = published.added_up(season.places for season in seasons)
    name = partial(words.kind, shelves=kept.shelves() if kinds else {})
    return {
        "kinds": lines_of(kinds, name, hours),
        "kinds_held": kinds_held,
        "places": lines_of(places, words.place, hours),
        "places_held": places_held,
    }


@dataclass(frozen=True)
class Reach:
    """One fifth: who takes part, beside who lives there."""

    label: str
    taking_part: int
    share: int
    residents: int
    bar: int
    link: str = ""


def _published_reach(parts: list[Part]) -> list[Reach] | None:
    found = published.reach_of(parts, residents())
    return _reach(found.shown) if found and found.shown else None


def _reach(found: Representation, link: Callable[[str], str] = lambda key: "") -> list[Reach]:
    return [
        Reach(
            label=str(words.FIFTHS[group.name] if group.name else words.OTHER_FIFTHS),
            taking_part=group.taking_part,
            share=_percent(group.share),
            residents=_percent(group.population),
            bar=_percent(group.share),
            link=link(group.name),
        )
        for group in found.groups
    ]


def _percent(share: Fraction) -> int:
    return round(100 * share)


def for_connectors(now: datetime.datetime, link: Callable[..., str]) -> Context:
    """Return all of it, to the minute; `link` makes the address of what lies behind a figure."""
    months, years = kept.months_and_years()
    parts = kept.with_parts(years[:1])
    worked = work_by_month(months[-1].first if months else month_of(now))
    here = month_of(now)
    return {
        "months": [(row, worked[row.first]) for row in months],
        "hours_chart": hours_chart([_of_month(row) for row in months[::-1]]),
        "active_chart": active_chart([_of_month(row) for row in months[::-1]]),
        "years": years,
        "year": _year(*parts[0], link) if parts else None,
        "book": book_of(later(here, -11), later(here, 1)),
        "reckoning": kept.reckoning(),
        "area_table": kept.area_table(),
    }


def _of_month(row: Period) -> Stretch:
    span = Span(row.first, row.end)
    return Stretch(span, row.active, row.neighbour_minutes, row.organised_minutes)


def _year(period: Period, parts: list[Part], link: Callable[..., str]) -> Context:
    split = {name: getattr(period, name) for name in words.PARTS}
    return {
        "period": period,
        "parts": lines_of(split, _named(words.PARTS), people, partial(link, "took_part")),
        "partners": lines_of(
            _people(parts, Sort.PARTNERS),
            _named(words.PARTNERS),
            people,
            partial(link, "partners"),
        ),
        "quiet": lines_of(
            _people(parts, Sort.QUIET), _named(words.QUIET), people, partial(link, "quiet")
        ),
        "kinds": lines_of(_minutes(parts, Sort.KIND), _kinds(parts), hours, partial(link, "kind")),
        "places": lines_of(_minutes(parts, Sort.PLACE), words.place, hours, partial(link, "place")),
        "reach": _whole_reach(parts, partial(link, "fifth")),
        "mutual": _of(period.mutual_links, period.links),
        "mutual_minutes": _of(period.mutual_minutes, period.link_minutes),
        "both": _of(period.both, period.active),
        "median_partners": period.half_partners / 2,
    }


def _of(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _kinds(parts: list[Part]) -> Callable[[str], str]:
    return partial(words.kind, shelves=kept.shelves())


def _people(parts: list[Part], sort: str) -> dict[str, int | None]:
    return {part.key: part.people for part in parts if part.sort == sort}


def _minutes(parts: list[Part], sort: str) -> dict[str, int | None]:
    rows = [part for part in parts if part.sort == sort]
    return {row.key: row.minutes for row in sorted(rows, key=lambda row: (-row.minutes, row.key))}


def _whole_reach(parts: list[Part], link: Callable[[str], str]) -> list[Reach] | None:
    people = {part.key: part.people for part in parts if part.sort == Sort.FIFTH and part.key}
    there = residents()
    try:
        return _reach(
            representation({k: n for k, n in people.items() if there.get(k)}, there), link
        )
    except BadInput:  # nobody of a known place took part, or nobody lives in the table
        return None


def reasons(book: Any) -> list[Line]:
    """Return why hours moved, in words, most often first."""
    rows = sorted(book.reasons.items(), key=lambda row: (-row[1][0], row[0]))
    return [
        Line(transfer_kinds.label(code), hours(minutes), moves) for code, (moves, minutes) in rows
    ]
