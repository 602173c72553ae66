"""From rows to the method's decision table, and back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from gyda.design.criteria import errors
from gyda.design.criteria.models import Example, Fact, Rule, RuleVersion
from gyda.methods import criteria as method
from gyda.methods.criteria.reading import cells_from
from gyda.methods.errors import BadInput


def code_of(name: str) -> str:
    """Return a code of the database as the method has it: YES_NO, yes-no."""
    return name.lower().replace("_", "-")


def name_of(code: str) -> str:
    """Return the same the other way round."""
    return code.upper().replace("-", "_")


def fact_of(row: Fact) -> method.Fact:
    """Return a fact of the method."""
    choices = tuple(method.Choice(**choice) for choice in row.choices)
    kind = method.Kind(code_of(row.kind))
    return method.Fact(row.code, kind, row.name_cy, row.name_en, choices)


def facts_of(version: RuleVersion) -> list[method.Fact]:
    """Return the facts of a draft, in their order."""
    return [fact_of(row) for row in version.facts.order_by("place", "id")]


def table_of(version: RuleVersion, *, tests: bool = True) -> method.Table:
    """Return the table: of a published version as it was published, of a draft from its lines.

    A draft's test cases are left out where nobody needs them.

    Raises BadTable where the lines do not make one yet.
    """
    try:
        if version.table is not None:
            return method.table_from(version.table)
        return from_lines(
            version,
            list(version.facts.order_by("place", "id")),
            list(version.rules.order_by("place", "id")),
            list(version.examples.order_by("place", "id")) if tests else [],
        )
    except BadInput as error:
        raise errors.BadTable(error) from None


def from_lines(
    version: RuleVersion,
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    examples: Sequence[Example],
) -> method.Table:
    """Return a table from the lines of a draft. Raises BadInput."""
    known = [fact_of(row) for row in facts]
    by_code = {fact.code: fact for fact in known}
    rule_set = version.rule_set
    return method.Table(
        cy=rule_set.title_cy,
        en=rule_set.title_en,
        facts=tuple(known),
        rules=tuple(_rule(row, by_code) for row in rules),
        hit=method.Hit(code_of(version.hit)),
        otherwise=method.Outcome(code_of(version.otherwise)),
        needs=frozenset({code_of(rule_set.need)} if rule_set.need else ()),
        examples=tuple(
            method.Example(
                row.name_cy, row.name_en, row.facts, method.Outcome(code_of(row.expected))
            )
            for row in examples
        ),
        version=version.number,
    )


def _rule(row: Rule, by_code: dict[str, method.Fact]) -> method.Rule:
    return method.Rule(
        code=row.code,
        cells=cells_from(row.cells, by_code),
        outcome=method.Outcome(code_of(row.outcome)),
        because_cy=row.because_cy,
        because_en=row.because_en,
    )


def table_or_none(version: RuleVersion, *, tests: bool = True) -> method.Table | None:
    """Return the table, or None while a draft has no facts or rules that make one."""
    try:
        return table_of(version, tests=tests)
    except errors.BadTable:
        return None


def population_of(row: Any) -> method.Population:
    """Return the population that rules are tried on."""
    return method.Population.from_data(row.cells)
