"""A table as data: one object of JSON that says everything the table says."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any

from gyda.methods.criteria.cells import Part, Span
from gyda.methods.criteria.facts import Fact, Kind, Known
from gyda.methods.criteria.table import Example, Rule, Table

FORMAT = "gyda-criteria-1"


def as_data(table: Table) -> dict[str, Any]:
    """Return the table as `table_from` reads it."""
    return {
        "format": FORMAT,
        "version": table.version,
        "title_cy": table.cy,
        "title_en": table.en,
        "needs": sorted(table.needs),
        "hit": table.hit.value,
        "otherwise": table.otherwise.value,
        "facts": [fact_data(fact) for fact in table.facts],
        "rules": [_rule(table, rule) for rule in table.rules],
        "examples": [_example(example) for example in table.examples],
    }


def fact_data(fact: Fact) -> dict[str, Any]:
    """Return a fact as data."""
    found: dict[str, Any] = {"code": fact.code, "kind": fact.kind.value}
    found |= {"cy": fact.cy, "en": fact.en}
    if fact.kind is Kind.CHOICE:
        found["choices"] = [{"code": c.code, "cy": c.cy, "en": c.en} for c in fact.choices]
    if fact.kind is Kind.NUMBER:
        found |= {"low": fact.low, "high": fact.high}
    return found


def cell_data(cell: Part) -> Any:
    """Return a cell as data: true, a list of answers, or bounds.

    >>> cell_data(Span(low=65)), cell_data(frozenset({True}))
    ({'at_least': 65}, True)
    """
    if isinstance(cell, Span):
        bounds = {"at_least": cell.low, "at_most": cell.high}
        return {name: value for name, value in bounds.items() if value is not None}
    answers = sorted(cell, key=str)
    return answers[0] if len(answers) == 1 and isinstance(answers[0], bool) else answers


def cells_data(table_facts: Mapping[str, Fact], cells: Mapping[str, Part]) -> dict[str, Any]:
    """Return the cells of a rule as data, in the order of the facts."""
    return {code: cell_data(cells[code]) for code in table_facts if code in cells}


def _rule(table: Table, rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "if": cells_data(table.by_code, rule.cells),
        "outcome": rule.outcome.value,
        "because_cy": rule.because_cy,
        "because_en": rule.because_en,
    }


def _example(example: Example) -> dict[str, Any]:
    facts = known_data(example.facts)
    return {"cy": example.cy, "en": example.en, "facts": facts, "expected": example.expected.value}


def known_data(known: Known) -> dict[str, Any]:
    """Return what is known of a case; what is not is left out."""
    return {code: value for code, value in known.items() if value is not None}
