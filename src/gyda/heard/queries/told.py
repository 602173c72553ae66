"""What the page tells of who takes part, question by question, in figures and in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gyda.heard.models import Question, Reading
from gyda.heard.models.about import GROUPS
from gyda.heard.queries.population import Population, population
from gyda.initiatives.models import Initiative
from gyda.methods.errors import BadInput
from gyda.methods.representativeness import UNKNOWN, Comparison, Told, comparison, wilson
from gyda.methods.representativeness.shares import Group
from gyda.web.charts import Columns, Series


@dataclass(frozen=True)
class Row:
    """One group: how many took part, beside how many live here, in per cent."""

    label: str
    people: int
    share: int | None = None
    living: int | None = None
    ratio: str = ""
    low: int | None = None
    high: int | None = None
    verdict: str = ""
    words: str = ""


@dataclass(frozen=True)
class About:
    """One question as the page shows it."""

    question: Question
    people: int
    rows: list[Row]
    unknown: int | None
    together: list[str]
    chart: Columns | None
    dissimilarity: int | None
    by_lot: int | None
    likely: bool  # whether a plain lot of as many people often differs as much
    counted_at: datetime.datetime

    @property
    def fewer(self) -> list[Row]:
        """The groups that are heard less than they live here, beyond chance."""
        return [row for row in self.rows if row.verdict == "fewer"]


def told_of(initiative: Initiative | None) -> list[About]:
    """Return what is told, in the order of the questions."""
    rows = {row.question: row for row in Reading.objects.filter(initiative=initiative)}
    here = population()
    return [_about(rows[one], here) for one in Question.values if one in rows]


def left_out(about: list[About]) -> list[tuple[About, Row]]:
    """Return the groups that are heard less than they live here."""
    return [(one, row) for one in about for row in one.fewer]


def _about(reading: Reading, here: Population) -> About:
    question, told = Question(reading.question), _told(reading)
    living = here.get(question, {})
    compared = _compare(told, _all(question, living)) if living else None
    rows = list(_rows(question, told, compared, living))
    shown = compared.shown if compared else None
    together = [name for name in told.together if name in GROUPS[question].values]
    return About(
        question=question,
        people=told.people,
        rows=rows,
        unknown=None if UNKNOWN in told.together else told.counts.get(UNKNOWN, 0),
        together=[str(GROUPS[question](name).label) for name in together],
        chart=_chart(question, rows) if shown else None,
        dissimilarity=round(100 * shown.dissimilarity) if shown else None,
        by_lot=round(100 * shown.by_lot) if shown else None,
        likely=bool(shown and shown.dissimilarity <= shown.by_lot),
        counted_at=reading.counted_at,
    )


def _told(reading: Reading) -> Told:
    """Return the counts in the order of the groups, in which no database keeps them."""
    names = [*GROUPS[reading.question].values, UNKNOWN]
    counts = {name: reading.counts[name] for name in names if name in reading.counts}
    return Told(counts, [name for name in names if name in reading.together])


def _compare(told: Told, living: Mapping[str, int]) -> Comparison | None:
    try:
        return comparison(told, living)
    except BadInput:  # a new table lacks a group that was counted by the old one: till next count
        return None


def _all(question: str, living: Mapping[str, int]) -> dict[str, int]:
    return {group: living.get(group, 0) for group in GROUPS[question].values}


def _rows(
    question: str, told: Told, compared: Comparison | None, living: Mapping[str, int]
) -> Iterator[Row]:
    """Yield the groups shown one by one, then those shown together."""
    if compared and compared.shown:
        yield from (_compared(question, group) for group in compared.shown.groups)
        return
    total = sum(living.values())
    for name in GROUPS[question].values:
        if name not in told.together:
            share = living.get(name, 0) / total if total else None
            yield _of_all(question, name, told, share)
    names = [name for name in told.together if name in GROUPS[question].values]
    if names and UNKNOWN not in told.together:
        yield Row(_("These groups together"), sum(told.counts[name] for name in names))


def _of_all(question: str, name: str, told: Told, living: float | None) -> Row:
    """Return a group as a share of everyone, those of whom it is not known among them."""
    people = told.counts.get(name, 0)
    low, high = wilson(people, told.people)
    return Row(
        label=str(GROUPS[question](name).label),
        people=people,
        share=round(100 * people / told.people),
        living=None if living is None else round(100 * living),
        low=round(100 * low),
        high=round(100 * high),
    )


def _compared(question: str, group: Group) -> Row:
    label = str(GROUPS[question](group.name).label) if group.name else _("These groups together")
    verdict = _verdict(group)
    ratio = "" if group.ratio is None else f"{float(group.ratio):.2f}"
    return Row(
        label=label,
        people=group.taking_part,
        share=round(100 * group.share),
        living=round(100 * group.population),
        ratio=ratio,
        low=round(100 * group.low),
        high=round(100 * group.high),
        verdict=verdict,
        words=WORDS[verdict](),
    )


def _verdict(group: Group) -> str:
    """Say more or fewer only where Wilson's interval of the share leaves the population's out."""
    if group.high < group.population:
        return "fewer"
    return "more" if group.low > group.population else "alike"


WORDS = {
    "fewer": lambda: _("fewer than live here"),
    "more": lambda: _("more than live here"),
    "alike": lambda: _("as many as chance would bring"),
}


def _chart(question: Question, rows: list[Row]) -> Columns:
    numbers = [str(number) for number, _row in enumerate(rows, start=1)]
    return Columns(
        id=f"heard-{question.lower()}",
        title=_("%(name)s: who took part, beside who lives here") % {"name": question.label},
        description=_("The table after this picture has the same figures, in the same order."),
        labels=numbers,
        series=[
            Series(_("Of those who took part"), [row.share for row in rows]),
            Series(_("Of those who live here"), [row.living for row in rows]),
        ],
        say=lambda value: f"{value}%",
        step=5,
    )
