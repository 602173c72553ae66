"""Counts who took part, and renews what the pages tell when that gives nobody away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import Counter
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Sum

from gyda.heard.models import Answer, Question, Reading, Unnamed
from gyda.heard.models.about import GROUPS
from gyda.heard.places import known
from gyda.heard.queries.groups import group_of
from gyda.heard.queries.population import Population, population
from gyda.heard.ways import took_part, unnamed
from gyda.initiatives.models import Initiative
from gyda.methods.representativeness import UNKNOWN, Told, renewed
from gyda.people.models import Member

Counts = dict[str, dict[str, int]]  # question -> group -> people


def count_anew(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Count every initiative of the hub, then the whole hub, beside all that is told already."""
    for initiative in Initiative.objects.order_by("id"):
        _renew(initiative, now)
    _renew(None, now)


@transaction.atomic
def _renew(initiative: Initiative | None, now: datetime.datetime) -> None:
    """Renew each question's reading unless a difference would tell of a few."""
    readings = {(row.initiative_id, row.question): row for row in _beside(initiative)}
    for question, counts in counts_of(initiative).items():
        near = [row for (_of, about), row in readings.items() if about == question]
        own = readings.get((initiative.id if initiative else None, question))
        if own and own.counts == counts:
            continue
        told = renewed(counts, [Told(row.counts, row.together) for row in near])
        if told is not None and not _is_poorer(told, own):
            _keep(own, initiative, question, told, now)


def _is_poorer(told: Told, own: Reading | None) -> bool:
    """Tell whether new counts say less than the old: those stand until twice as many came."""
    if own is None or told.people >= 2 * sum(own.counts.values()):
        return False
    return bool(set(told.together) - set(own.together))


def _beside(initiative: Initiative | None) -> list[Reading]:
    """Return what is told of people who may be the same: its own, and the hub's, or everyone's."""
    rows = Reading.objects.all()
    if initiative is not None:
        rows = rows.filter(initiative=initiative) | rows.filter(initiative__isnull=True)
    return list(rows)


def _keep(
    own: Reading | None,
    initiative: Initiative | None,
    question: str,
    told: Told,
    now: datetime.datetime,
) -> None:
    values = {"counts": dict(told.counts), "together": list(told.together), "counted_at": now}
    if own:
        Reading.objects.filter(id=own.id).update(**values)
    else:
        Reading.objects.create(initiative=initiative, question=question, **values)


def counts_of(initiative: Initiative | None) -> Counts:
    """Return how many of each group took part, and of how many that is not known."""
    people, said = _members(initiative)
    others, said_by_others = _unnamed(initiative)
    fifths, here = known().fifths(), population()
    found: Counts = {}
    for question in Question.values:
        counts: Counter[str] = Counter()
        for (asked, answer), number in (said + said_by_others).items():
            if asked == question:
                group = group_of(question, answer, fifths)
                counts[group if _has_figure(here, question, group) else UNKNOWN] += number
        counts[UNKNOWN] += people + others - sum(counts.values())
        groups = [one for one in GROUPS[question].values if _has_figure(here, question, one)]
        found[question] = {group: counts[group] for group in [*groups, UNKNOWN]}
    return found


def _has_figure(here: Population, question: str, group: str) -> bool:
    """Tell whether the group can be compared; where nothing can, all groups are counted."""
    return not here.get(question) or bool(here[question].get(group))


def _members(initiative: Initiative | None) -> tuple[int, Counter[tuple[str, str]]]:
    rows = Answer.objects.filter(took_part(initiative)).values_list("question", "answer")
    said: Counter[tuple[str, str]] = Counter()
    for question, answer, number in rows.annotate(number=Count("id")).order_by():
        said[question, answer] += number
    return Member.objects.filter(took_part(initiative, "id")).count(), said


def _unnamed(initiative: Initiative | None) -> tuple[int, Counter[tuple[str, str]]]:
    rows = Unnamed.objects.all()
    rows = rows.filter(initiative=initiative) if initiative else rows
    sums = rows.values_list("question", "answer").annotate(number=Sum("people")).order_by()
    said = Counter({(question, answer): number for question, answer, number in sums})
    return said.pop(("", ""), 0) + unnamed(initiative), said
