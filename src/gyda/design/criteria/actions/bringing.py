"""Bringing in a whole table, its rules, or a population; or having a population made up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.actions.lines import held_draft
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.models import Example, Fact, Rule, RuleVersion, TrialPopulation
from gyda.design.criteria.tables import facts_of, name_of, table_or_none
from gyda.methods import criteria as method
from gyda.methods.criteria.population_sheet import population_from_csv
from gyda.methods.criteria.rules_sheet import rules_from_csv
from gyda.methods.criteria.synthetic import margins_from_csv, synthetic
from gyda.methods.criteria.table import check_floor
from gyda.methods.criteria.writing import cells_data, fact_data, known_data
from gyda.methods.errors import BadInput
from gyda.people.who import Who


@transaction.atomic
def bring_table(*, who: Who, version_id: UUID, text: str) -> RuleVersion:
    """Put a whole table (JSON) in the place of what the draft has."""
    version = held_draft(who, version_id)
    table = _read_table(text, version)
    for model in (Fact, Rule, Example):
        model.objects.filter(version=version).delete()
    kept = {"version": version, "by": who.subject, "at": timezone.now()}
    for place, fact in enumerate(table.facts, start=1):
        choices = fact_data(fact).get("choices", [])
        Fact.objects.create(
            **kept, code=fact.code, place=place, kind=name_of(fact.kind), name_cy=fact.cy,
            name_en=fact.en, choices=choices,
        )  # fmt: skip
    _keep_rules(who, version, table.by_code, table.rules)
    for place, one in enumerate(table.examples, start=1):
        Example.objects.create(
            **kept, place=place, name_cy=one.cy, name_en=one.en, facts=known_data(one.facts),
            expected=name_of(one.expected),
        )  # fmt: skip
    RuleVersion.objects.filter(id=version.id).update(
        hit=name_of(table.hit), otherwise=name_of(table.otherwise)
    )
    note(who, "criteria.table_brought", version.rule_set, about=version, rules=len(table.rules))
    return version


def _read_table(text: str, version: RuleVersion) -> method.Table:
    try:
        table = method.table_from(json.loads(text))
        need = version.rule_set.need
        check_floor(frozenset({need.lower()} if need else ()), table.rules, table.otherwise)
    except BadInput as error:
        raise errors.BadTable(error, field="file") from None
    except (ValueError, RecursionError):
        raise errors.BadTable(BadInput("not-json"), field="file") from None
    return table


@transaction.atomic
def bring_rules(*, who: Who, version_id: UUID, text: str) -> RuleVersion:
    """Put the rules of a sheet in the place of the draft's; its facts stay."""
    version = held_draft(who, version_id)
    facts = facts_of(version)
    try:
        if not facts:
            raise BadInput("no-rules")
        rules = rules_from_csv(text, facts)
        otherwise = method.Outcome(version.otherwise.lower())
        need = version.rule_set.need
        needs = frozenset({need.lower()} if need else ())
        method.Table("-", "-", tuple(facts), rules, otherwise=otherwise, needs=needs)
    except BadInput as error:
        raise errors.BadTable(error, field="file") from None
    Rule.objects.filter(version=version).delete()
    _keep_rules(who, version, {fact.code: fact for fact in facts}, rules)
    note(who, "criteria.table_brought", version.rule_set, about=version, rules=len(rules))
    return version


def _keep_rules(
    who: Who,
    version: RuleVersion,
    facts: "dict[str, method.Fact] | object",
    rules: tuple[method.Rule, ...],
) -> None:
    for place, rule in enumerate(rules, start=1):
        Rule.objects.create(
            version=version, code=rule.code, place=place, outcome=name_of(rule.outcome),
            cells=cells_data(facts, rule.cells),  # type: ignore[arg-type]
            because_cy=rule.because_cy, because_en=rule.because_en, is_basic=version.is_basic,
            by=who.subject, at=timezone.now(),
        )  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Where a population comes from, in both languages."""

    source_cy: str
    source_en: str


@transaction.atomic
def bring_population(*, who: Who, version_id: UUID, source: Source, text: str) -> TrialPopulation:
    """Bring the people that rules would hold for: as cells, without a name or a row of anyone."""
    version = held_draft(who, version_id)
    try:
        found = population_from_csv(text, facts_of(version))
    except BadInput as error:
        raise errors.BadTable(error, field="file") from None
    return _kept(who, version, source, found, None)


@transaction.atomic
def make_population_up(
    *, who: Who, version_id: UUID, source: Source, text: str, people: int, seed: int
) -> TrialPopulation:
    """Draw made-up people with the shares of a real place; the same seed gives the same."""
    version = held_draft(who, version_id)
    try:
        found = synthetic(margins_from_csv(text), facts_of(version), people=people, seed=seed)
    except BadInput as error:
        raise errors.BadTable(error, field="file") from None
    return _kept(who, version, source, found, seed)


def _kept(
    who: Who, version: RuleVersion, source: Source, found: method.Population, seed: int | None
) -> TrialPopulation:
    if table_or_none(version) is None:
        raise errors.BadTable(BadInput("no-rules"))
    row = TrialPopulation.objects.create(
        rule_set=version.rule_set, cells=found.as_data(), people=found.people, seed=seed,
        by=who.subject, at=timezone.now(), **vars(source),
    )  # fmt: skip
    note(who, "criteria.population_brought", version.rule_set, about=version, people=found.people)
    return row
