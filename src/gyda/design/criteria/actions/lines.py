"""The lines of a draft: facts, rules and test cases; who proposed each stays beside it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.models import Example, Fact, Outcome, Rule, RuleVersion
from gyda.design.criteria.rules import require_draft, require_hold
from gyda.design.criteria.tables import fact_of, facts_of
from gyda.methods.criteria.reading import cells_from, known_from
from gyda.methods.errors import BadInput
from gyda.people.who import Who

Line = type[Fact] | type[Rule] | type[Example]


@dataclass(frozen=True)
class FactSaid:
    """A fact as people word it; `choices` are the answers to a choice."""

    kind: str
    name_cy: str
    name_en: str
    choices: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class RuleSaid:
    """What a rule asks (as data, by the code of the fact), what then holds, and why."""

    cells: Mapping[str, Any]
    outcome: str
    because_cy: str
    because_en: str


@dataclass(frozen=True)
class ExampleSaid:
    """A made-up person, and what should become of them."""

    name_cy: str
    name_en: str
    facts: Mapping[str, Any]
    expected: str


def held_draft(who: Who, version_id: UUID) -> RuleVersion:
    """Return the draft, locked, if this person looks after it."""
    version = RuleVersion.objects.select_for_update().get(id=version_id)
    require_hold(who, version.rule_set.initiative)
    require_draft(version)
    return version


def next_place(model: Line, version: RuleVersion) -> int:
    """Return the place after the last line."""
    last = model.objects.filter(version=version).aggregate(last=Max("place"))["last"]
    return (last or 0) + 1


def free_code(model: type[Fact] | type[Rule], version: RuleVersion, letter: str) -> str:
    """Return a code that no line has: r1, r2 …"""
    taken = set(model.objects.filter(version=version).values_list("code", flat=True))
    return next(f"{letter}{n}" for n in range(1, 1_000) if f"{letter}{n}" not in taken)


@transaction.atomic
def add_fact(*, who: Who, version_id: UUID, said: FactSaid, code: str = "") -> Fact:
    """Add something that is asked about a case."""
    version = held_draft(who, version_id)
    row = Fact(
        version=version, code=code or free_code(Fact, version, "f"),
        place=next_place(Fact, version), by=who.subject, at=timezone.now(), **vars(said),
    )  # fmt: skip
    _check_fact(row)
    row.save()
    note(who, "criteria.fact_added", version.rule_set, about=row, public=False)
    return row


def _check_fact(row: Fact) -> None:
    if row.kind != "CHOICE":
        row.choices = []
    try:
        fact_of(row)
    except BadInput as error:
        if error.code == "fact-choices":
            raise errors.ChoicesNeeded from None
        raise errors.BadTable(error) from None


@transaction.atomic
def remove_fact(*, who: Who, fact_id: UUID) -> None:
    """Take a fact away that nothing asks."""
    row = Fact.objects.select_related("version").get(id=fact_id)
    version = held_draft(who, row.version_id)
    asked = any(row.code in rule.cells for rule in version.rules.all())
    if asked or any(row.code in example.facts for example in version.examples.all()):
        raise errors.UsedByRules
    note(who, "criteria.fact_removed", version.rule_set, about=version, public=False)
    row.delete()


@transaction.atomic
def keep_rule(
    *, who: Who, said: RuleSaid, version_id: UUID, rule_id: UUID | None = None, code: str = ""
) -> Rule:
    """Propose a rule, or put one in other words; who did so last is named beside it."""
    version = held_draft(who, version_id)
    if version.is_basic and said.outcome == Outcome.NOT:
        raise errors.TakesBasicNeed
    _check_cells(version, said.cells)
    if rule_id is None:
        row = Rule(
            version=version, code=code or free_code(Rule, version, "r"),
            place=next_place(Rule, version), is_basic=version.is_basic,
        )  # fmt: skip
    else:
        row = Rule.objects.get(id=rule_id, version=version)
    for name, value in vars(said).items():
        setattr(row, name, value)
    row.by, row.at = who.subject, timezone.now()
    row.save()
    verb = "criteria.rule_changed" if rule_id else "criteria.rule_proposed"
    note(who, verb, version.rule_set, about=version, rule=row.code)
    return row


def _check_cells(version: RuleVersion, cells: Mapping[str, Any]) -> None:
    try:
        cells_from(dict(cells), {fact.code: fact for fact in facts_of(version)})
    except BadInput as error:
        raise errors.BadTable(error) from None


@transaction.atomic
def move_rule(*, who: Who, rule_id: UUID) -> None:
    """Put a rule one place higher."""
    row = Rule.objects.get(id=rule_id)
    version = held_draft(who, row.version_id)
    above = version.rules.filter(place__lt=row.place).order_by("-place").first()
    if above is None:
        return
    row.place, above.place = above.place, row.place
    Rule.objects.filter(id=row.id).update(place=row.place)
    Rule.objects.filter(id=above.id).update(place=above.place)
    note(who, "criteria.rule_moved", version.rule_set, about=version, public=False, rule=row.code)


@transaction.atomic
def remove_rule(*, who: Who, rule_id: UUID) -> None:
    """Take a rule out of the draft."""
    row = Rule.objects.get(id=rule_id)
    version = held_draft(who, row.version_id)
    note(who, "criteria.rule_removed", version.rule_set, about=version, rule=row.code)
    row.delete()


@transaction.atomic
def keep_example(
    *, who: Who, said: ExampleSaid, version_id: UUID, example_id: UUID | None = None
) -> Example:
    """Add a test case, or change it."""
    version = held_draft(who, version_id)
    try:
        known_from(dict(said.facts), {fact.code: fact for fact in facts_of(version)})
    except BadInput as error:
        raise errors.BadTable(error) from None
    if example_id is None:
        row = Example(version=version, place=next_place(Example, version))
    else:
        row = Example.objects.get(id=example_id, version=version)
    for name, value in vars(said).items():
        setattr(row, name, value)
    row.by, row.at = who.subject, timezone.now()
    row.save()
    note(who, "criteria.test_kept", version.rule_set, about=version, public=False)
    return row


@transaction.atomic
def remove_example(*, who: Who, example_id: UUID) -> None:
    """Take a test case away."""
    row = Example.objects.get(id=example_id)
    version = held_draft(who, row.version_id)
    note(who, "criteria.test_removed", version.rule_set, about=version, public=False)
    row.delete()
