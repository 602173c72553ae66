"""Starting a set of rules, and a new version of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.models import Example, Fact, Hit, Outcome, Rule, RuleSet, RuleVersion
from gyda.design.criteria.rules import require_draft, require_hold
from gyda.initiatives.models import Initiative
from gyda.people.who import Who


@dataclass(frozen=True)
class Words:
    """What the rules are about, in both languages."""

    title_cy: str
    title_en: str
    about_cy: str
    about_en: str


@transaction.atomic
def start(
    *, who: Who, initiative: Initiative, words: Words, need: str = "", key: UUID | None = None
) -> RuleSet:
    """Begin a set of rules with an empty first draft."""
    require_hold(who, initiative)
    if key and (there := RuleSet.objects.filter(request_key=key).first()):
        return there  # the same form sent twice
    rule_set = RuleSet.objects.create(
        initiative=initiative, need=need, by=who.subject, at=timezone.now(), request_key=key,
        **vars(words),
    )  # fmt: skip
    _first(who, rule_set)
    note(who, "criteria.started", rule_set)
    return rule_set


def _first(who: Who, rule_set: RuleSet) -> RuleVersion:
    return RuleVersion.objects.create(
        rule_set=rule_set, number=1, is_basic=bool(rule_set.need), by=who.subject,
        at=timezone.now(),
    )  # fmt: skip


@transaction.atomic
def draft(*, who: Who, rule_set_id: UUID) -> RuleVersion:
    """Draft a new version from the last one; each line keeps the name of who proposed it."""
    rule_set = RuleSet.objects.select_for_update().get(id=rule_set_id)
    require_hold(who, rule_set.initiative)
    last = RuleVersion.objects.filter(rule_set=rule_set).order_by("-number").first()
    if last is None or last.is_draft:
        raise errors.DraftThere
    new = RuleVersion.objects.create(
        rule_set=rule_set, number=last.number + 1, hit=last.hit, otherwise=last.otherwise,
        is_basic=last.is_basic, by=who.subject, at=timezone.now(),
    )  # fmt: skip
    for model in (Fact, Rule, Example):
        _copied(model, last, new)
    note(who, "criteria.drafted", rule_set, about=new, number=new.number)
    return new


def _copied(model: Any, old: RuleVersion, new: RuleVersion) -> None:
    rows = []
    for row in model.objects.filter(version=old).order_by("place", "id"):
        names = [f.attname for f in model._meta.concrete_fields]
        kept = {n: getattr(row, n) for n in names if n not in {"id", "hub_id", "version_id"}}
        rows.append(model(hub_id=old.hub_id, version_id=new.id, **kept))
    model.objects.bulk_create(rows)


@transaction.atomic
def set_policy_of_hits(*, who: Who, version_id: UUID, hit: str, otherwise: str) -> RuleVersion:
    """Say what holds where several rules fit, and where none does."""
    version = RuleVersion.objects.select_for_update().get(id=version_id)
    require_hold(who, version.rule_set.initiative)
    require_draft(version)
    if version.is_basic and otherwise == Outcome.NOT:
        raise errors.TakesBasicNeed(field="otherwise")
    RuleVersion.objects.filter(id=version.id).update(hit=Hit(hit), otherwise=Outcome(otherwise))
    version.refresh_from_db()
    note(who, "criteria.order_set", version.rule_set, about=version, public=False, hit=hit)
    return version
