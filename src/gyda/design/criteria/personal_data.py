"""What criteria hold on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.design.criteria.models import (
    Appeal,
    Case,
    Example,
    Fact,
    Rule,
    RuleSet,
    RuleVersion,
    TrialPopulation,
)
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
CASE = ("facts", "said", "outcome", "reason", "decided_on", "version__number")
TITLES = ("version__rule_set__title_cy", "version__rule_set__title_en")


def export_cases(member: Member) -> Rows:
    """Return what was decided about the member."""
    rows = Case.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values(*TITLES, *CASE)]


def erase_cases(member: Member) -> None:
    """Forget the facts and the words; that a case was decided stays, of nobody."""
    mine = Case.objects.filter(member=member)
    ids = list(mine.values_list("id", flat=True))
    burn_letters_about(ids)
    Appeal.objects.filter(case_id__in=ids).update(facts=None, words="")
    Case.objects.filter(id__in=ids).update(facts=None, member=None)


def export_appeals(member: Member) -> Rows:
    """Return the member's appeals, and what became of them."""
    rows = Appeal.objects.filter(case__member=member).order_by("id")
    shown = rows.values("words", "at", "facts", "outcome", "reason", "decided_at")
    return [dict(row) for row in shown]


def _lines_of(model: Any) -> Any:
    """Return what hands over which lines a member proposed; the words are the team's."""

    def export(member: Member) -> Rows:
        rows = model.objects.filter(by=member).order_by("id").values("id", "at")
        return [dict(row) for row in rows]

    return export


def register_all() -> None:
    """Declare them; what was proposed in a workshop stays, without a name."""
    register(Appeal, export=export_appeals, erase=keep)
    register(Case, export=export_cases, erase=erase_cases)
    for model in (RuleSet, RuleVersion, Fact, Rule, Example, TrialPopulation):
        register(model, export=_lines_of(model), erase=keep)
