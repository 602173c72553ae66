"""Every read of criteria."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.design.criteria.models import (
    Appeal,
    Case,
    CriteriaPolicy,
    Example,
    Fact,
    Help,
    Need,
    Rule,
    RuleSet,
    RuleVersion,
    TrialPopulation,
)
from gyda.initiatives.models import Seat, Side
from gyda.people.who import Who

MANY = 200


def policy() -> CriteriaPolicy:
    return CriteriaPolicy.objects.first() or CriteriaPolicy()


def sets() -> "QuerySet[RuleSet]":
    return RuleSet.objects.select_related("initiative")


def _side(who: Who | None, initiative: str) -> Any:
    """Return for which side the reader sits in the team, asked for with the row itself."""
    if not who:
        return Value("")
    seats = Seat.objects.taken().filter(initiative=OuterRef(initiative), member=who.subject)
    return Subquery(seats.values("side")[:1])


def set_or_404(rule_set_id: UUID, who: Who | None = None) -> RuleSet:
    rows = sets().annotate(side=_side(who, "initiative"))
    return get_object_or_404(rows, id=rule_set_id)


def version_or_404(version_id: UUID, who: Who | None = None) -> RuleVersion:
    rows = RuleVersion.objects.select_related("rule_set__initiative")
    rows = rows.annotate(side=_side(who, "rule_set__initiative"))
    return get_object_or_404(rows, id=version_id)


def holds(who: Who | None, row: Any) -> bool:
    """Tell whether the reader looks after a row that was read with their side."""
    return bool(who and (who.actor.is_connector or row.side))


def decides(who: Who | None, row: Any) -> bool:
    """Tell whether the reader decides cases by it."""
    if not who or who.is_acting:
        return False
    return who.actor.is_connector or row.side == Side.PROFESSIONAL


def line_or_404(model: "type[Fact] | type[Rule] | type[Example]", line_id: UUID) -> Any:
    """Return a line of a draft, with its version."""
    rows = model.objects.select_related("version__rule_set__initiative")
    return get_object_or_404(rows, id=line_id)


def versions_of(rule_set: RuleSet) -> list[RuleVersion]:
    """Return the versions, the newest first."""
    rows = RuleVersion.objects.filter(rule_set=rule_set).defer("table", "impact")
    return list(rows.order_by("-number")[:MANY])


def in_force(rule_set: RuleSet, day: datetime.date) -> RuleVersion | None:
    """Return the version that holds on a day."""
    found = RuleVersion.objects.on(day).filter(rule_set=rule_set).order_by("-number").first()
    if found is not None:
        found.rule_set = rule_set
    return found


def before_it(version: RuleVersion) -> RuleVersion | None:
    """Return what holds today, or held last, before this version."""
    rows = RuleVersion.objects.published().filter(
        rule_set_id=version.rule_set_id, number__lt=version.number
    )
    return rows.order_by("-number").first()


def population_for(version: RuleVersion) -> TrialPopulation | None:
    """Return the newest population of the set."""
    rows = TrialPopulation.objects.filter(rule_set_id=version.rule_set_id)
    return rows.order_by("-id").first()


def lines_of(version: RuleVersion) -> tuple[list[Fact], list[Rule], list[Example]]:
    """Return the lines of a version with who proposed them."""
    return (
        list(version.facts.select_related("by").order_by("place", "id")[:MANY]),
        list(version.rules.select_related("by").order_by("place", "id")[:MANY]),
        list(version.examples.select_related("by").order_by("place", "id")[: 2 * MANY]),
    )


def case_or_404(case_id: UUID, who: Who | None) -> Case:
    """Return a decision that concerns the reader."""
    from gyda.design.criteria.rules import may_read

    rows = Case.objects.select_related("version__rule_set__initiative", "member", "by")
    case = get_object_or_404(rows, id=case_id)
    if not may_read(who, case):
        raise Http404
    return case


def appeal_of(case: Case) -> Appeal | None:
    return Appeal.objects.filter(case=case).select_related("by").first()


def cases_of(rule_set: RuleSet) -> "QuerySet[Case]":
    """Return decisions by the versions of a set."""
    rows = Case.objects.filter(version__rule_set=rule_set)
    return rows.select_related("version", "member", "by").prefetch_related("appeals")


def own_cases(who: Who) -> "QuerySet[Case]":
    """Return decisions about the reader."""
    rows = Case.objects.filter(member=who.subject)
    return rows.select_related("version__rule_set").prefetch_related("appeals")


def help_for(needs: list[str] | None = None) -> list[tuple[Need, list[Help]]]:
    """Return where help is to be had today, by what is needed."""
    rows = list(Help.objects.open().select_related("organisation").order_by("need", "id")[:MANY])
    wanted = [need for need in Need if needs is None or need in needs]
    return [(need, [row for row in rows if row.need == need]) for need in wanted]


def help_or_404(help_id: UUID) -> Help:
    return get_object_or_404(Help, id=help_id)


def today() -> datetime.date:
    return timezone.localdate()
