"""By what a panel is balanced: questions, groups, and how many seats each group has."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max, TextChoices
from django.utils.text import slugify
from django.utils.translation import override

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelFeature,
    PanelGroup,
    PanelState,
    PoolPerson,
)
from gyda.decide.panels.models.draw import WORKS
from gyda.decide.panels.quotas import floor_and_ceiling
from gyda.decide.panels.rules import require_clerk
from gyda.heard.models import Question
from gyda.heard.models.about import GROUPS
from gyda.heard.queries.population import population
from gyda.people.who import Who


@dataclass(frozen=True)
class Group:
    """A group of a question: what it is called, and the seats it may have."""

    name_cy: str
    name_en: str
    code: str = ""
    least: int = 0
    most: int | None = None
    people: int | None = None


def _open(who: Who, panel_id: UUID) -> Panel:
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    if PoolPerson.objects.filter(panel=panel).exists():
        raise errors.PoolHasPeople
    return panel


@transaction.atomic
def ask_known(*, who: Who, panel_id: UUID, question: str) -> PanelFeature:
    """Balance by one of the questions that members answer of themselves, as the census has it."""
    panel = _open(who, panel_id)
    here = population().get(question, {})
    groups = [
        Group(*_both(choice), code=choice.value, people=here.get(choice.value))
        for choice in GROUPS[question]
    ]
    return _add(who, panel, question, *_both(Question(question)), groups, known=question)


def _both(choice: TextChoices) -> tuple[str, str]:
    """Return the words of a choice in Welsh and in English."""
    words = []
    for language in ("cy", "en"):
        with override(language):
            words.append(str(choice.label))
    return words[0], words[1]


@transaction.atomic
def ask_own(
    *, who: Who, panel_id: UUID, name_cy: str, name_en: str, groups: Sequence[Group]
) -> PanelFeature:
    """Balance by a question of the panel's own."""
    panel = _open(who, panel_id)
    if len(groups) < 2:
        raise errors.TooFewGroups
    return _add(who, panel, slugify(name_en)[:60] or "question", name_cy, name_en, groups)


def _add(
    who: Who,
    panel: Panel,
    code: str,
    name_cy: str,
    name_en: str,
    groups: Sequence[Group],
    known: str = "",
) -> PanelFeature:
    if PanelFeature.objects.filter(panel=panel, code=code).exists():
        raise errors.FeatureTwice
    feature = add_feature(panel, code, name_cy, name_en, groups, known)
    note(panel, who, "panel.balanced", public=False, feature=str(feature.id))
    return feature


def add_feature(
    panel: Panel,
    code: str,
    name_cy: str,
    name_en: str,
    groups: Sequence[Group],
    known: str = "",
) -> PanelFeature:
    """Store a question with its groups, with quotas as they are given or as people live here."""
    last = PanelFeature.objects.filter(panel=panel).aggregate(last=Max("place"))["last"]
    feature = PanelFeature.objects.create(
        panel=panel, place=(last or 0) + 1, code=code, name_cy=name_cy, name_en=name_en, known=known
    )
    worked = floor_and_ceiling({str(n): one.people for n, one in enumerate(groups)}, panel.seats)
    taken: set[str] = set()
    for number, one in enumerate(groups):
        least, most = worked.get(str(number), (one.least, one.most))
        code = one.code or _fresh(slugify(one.name_en)[:50] or f"group-{number + 1}", taken)
        taken.add(code)
        PanelGroup.objects.create(
            feature=feature,
            place=number + 1,
            code=code,
            name_cy=one.name_cy,
            name_en=one.name_en,
            least=least,
            most=panel.seats if most is None else most,
            people=one.people,
        )
    return feature


def _fresh(code: str, taken: set[str]) -> str:
    number = 2
    fresh = code
    while fresh in taken:
        fresh, number = f"{code}-{number}", number + 1
    return fresh


@transaction.atomic
def drop(*, who: Who, panel_id: UUID, feature_id: UUID) -> None:
    """Balance by it no more."""
    panel = _open(who, panel_id)
    feature = PanelFeature.objects.get(panel=panel, id=feature_id)
    PanelGroup.objects.filter(feature=feature).delete()
    PanelFeature.objects.filter(id=feature.id).delete()
    note(panel, who, "panel.unbalanced", public=False)


def _before_the_lots(who: Who, panel_id: UUID) -> Panel:
    """Return the panel where its quotas may still change: no lots are there, nor being made."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING, PanelState.DRAWING)
    if PanelDraw.objects.filter(panel=panel, phase__in=[*WORKS, "LISTED", "DRAWN"]).exists():
        raise errors.NotNow
    return panel


@transaction.atomic
def take_way_out(*, who: Who, panel_id: UUID, draw_id: UUID, number: int) -> None:
    """Change the quotas by one of the smallest changes that were found to help."""
    panel = _before_the_lots(who, panel_id)
    draw = PanelDraw.objects.get(panel=panel, id=draw_id)
    ways = draw.fault.get("ways", [])
    if not 0 <= number < len(ways):
        raise errors.NotNow
    for feature, group, least, most in ways[number]:
        rows = PanelGroup.objects.filter(feature__panel=panel, feature__code=feature, code=group)
        rows.update(least=least, most=most)
    note(panel, who, "panel.quotas_loosened", changes=len(ways[number]))


@dataclass(frozen=True)
class Bounds:
    """How many seats a group has at least and at most, and the rule on who must outweigh."""

    least: int
    most: int
    over: int | None = None


@transaction.atomic
def set_quotas(*, who: Who, panel_id: UUID, bounds: Mapping[UUID, Bounds]) -> None:
    """Set the seats of groups by hand."""
    panel = _before_the_lots(who, panel_id)
    for group in PanelGroup.objects.filter(feature__panel=panel, id__in=list(bounds)):
        wanted = bounds[group.id]
        if wanted.least > wanted.most:
            raise errors.QuotaCrossed(group=group.name)
        PanelGroup.objects.filter(id=group.id).update(**vars(wanted))
    note(panel, who, "panel.quotas_set")


@transaction.atomic
def work_out(*, who: Who, panel_id: UUID) -> int:
    """Work the quotas out from who lives here; return for how many questions that went."""
    panel = _before_the_lots(who, panel_id)
    here, done = population(), 0
    for feature in PanelFeature.objects.filter(panel=panel).prefetch_related("groups"):
        groups = list(feature.groups.all())
        known = here.get(feature.known, {})
        people = {g.code: known.get(g.code, g.people) for g in groups}
        worked = floor_and_ceiling(people, panel.seats)
        done += bool(worked)
        for group in groups if worked else ():
            least, most = worked[group.code]
            row = PanelGroup.objects.filter(id=group.id)
            row.update(least=least, most=most, people=people[group.code] or 0)
    if not done:
        raise errors.NoFigures
    note(panel, who, "panel.quotas_set")
    return done
