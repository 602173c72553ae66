"""Everyone's chance, told: how high, for how many, and why they differ."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.decide.panels.models import Panel, PanelDraw, PanelGroup
from gyda.decide.panels.quotas import features_of, groups_of
from gyda.methods.representativeness import LEAST, suppressed
from gyda.web.charts import Columns, Series

BARS = 12


@dataclass(frozen=True)
class Step:
    """A span of chances, in lots, and how many people have one in it; None is held back."""

    first: int
    last: int
    people: int | None


@dataclass(frozen=True)
class Group:
    """A group: its share of the pool and of the seats, and the mean of its chances."""

    group: PanelGroup
    people: int | None
    least: int
    most: int
    mean: float | None  # in lots


@dataclass(frozen=True)
class Told:
    """What the page says."""

    people: int
    lots: int
    lowest: float  # of a hundred
    highest: float
    steps: Sequence[Step]
    chart: Columns
    questions: Sequence[tuple[Any, Sequence[Group]]]
    unselectable: int


def told(panel: Panel, draw: PanelDraw) -> Told:
    """Return everyone's chance as it may be told: no count of people under five."""
    proof = draw.proof()
    times = times_of(proof)
    steps = _steps([count for count in times if count], draw.lots)
    return Told(
        people=len(times),
        lots=draw.lots,
        lowest=100 * (draw.lowest or 0) / draw.lots,
        highest=100 * (draw.highest or 0) / draw.lots,
        steps=steps,
        chart=_chart(steps, draw.lots),
        questions=_questions(panel, proof, times),
        unselectable=draw.unselectable,
    )


def times_of(proof: dict[str, Any]) -> list[int]:
    """Return in how many lots each person of the proof is, in its order."""
    counts = Counter(i for lot in proof["equal_lots"] for i in lot)
    return [counts[i] for i in range(len(proof["people"]))]


def _steps(times: Sequence[int], lots: int) -> list[Step]:
    """Cut the span of chances into bars of equal width; few people go with their neighbours.

    >>> _steps([2] * 5 + [9] * 6, 10)
    [Step(first=2, last=2, people=5), Step(first=9, last=9, people=6)]
    """
    low, high = min(times), max(times)
    width = max(1, -(-(high - low + 1) // BARS))
    counts = Counter((count - low) // width for count in times)
    spans: list[list[int]] = []
    for bar in sorted(counts):
        first, last = low + bar * width, min(low + (bar + 1) * width - 1, high, lots)
        if spans and spans[-1][2] < LEAST:
            spans[-1][1:] = [last, spans[-1][2] + counts[bar]]
        else:
            spans.append([first, last, counts[bar]])
    if len(spans) > 1 and spans[-1][2] < LEAST:
        first, last, people = spans.pop()
        spans[-1][1:] = [last, spans[-1][2] + people]
    return [Step(a, b, people if people >= LEAST else None) for a, b, people in spans]


def _chart(steps: Sequence[Step], lots: int) -> Columns:
    labels = [str(number) for number in range(1, len(steps) + 1)]
    said = ngettext(
        "One bar of people with about the same chance; the table has the figures.",
        "%(n)s bars of people with about the same chance; the table has the figures.",
        len(steps),
    )
    return Columns(
        id="chances",
        title=_("How many people have which chance"),
        description=said % {"n": len(steps)},
        labels=labels,
        series=[Series(_("People"), [step.people for step in steps])],
    )


def _questions(
    panel: Panel, proof: dict[str, Any], times: Sequence[int]
) -> list[tuple[Any, list[Group]]]:
    """Return for each question the groups with the mean of their chances."""
    place = {code: number for number, code in enumerate(proof["categories"])}
    bounds = {(c, v): (least, most) for c, v, least, most in proof["quotas"]}
    found = []
    for feature in features_of(panel):
        own: dict[str, list[int]] = {group.code: [] for group in groups_of(feature)}
        for (_id, answers), count in zip(proof["people"], times, strict=True):
            own.setdefault(answers[place[feature.code]], []).append(count)
        shown = suppressed({code: len(rows) for code, rows in own.items()}).groups
        groups = [
            Group(
                group,
                shown[group.code],
                *bounds.get((feature.code, group.code), (group.least, group.most)),
                fmean(own[group.code]) if shown[group.code] else None,
            )
            for group in groups_of(feature)
        ]
        found.append((feature, groups))
    return found
