"""Test cases: what the table says beside what people expect, whatever their order."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.methods.criteria.deciding import Decision, decide
from gyda.methods.criteria.table import Example, Table


@dataclass(frozen=True)
class Tried:
    """A test case and what the table says of it."""

    example: Example
    decision: Decision

    @property
    def passes(self) -> bool:
        return self.decision.outcome is self.example.expected


def tried(table: Table) -> tuple[Tried, ...]:
    """Decide every test case of a table."""
    return tuple(Tried(example, decide(table, example.facts)) for example in table.examples)


def beside_rules(cases: tuple[Tried, ...]) -> dict[str, tuple[int, int]]:
    """Return for each rule how many of its cases pass, and how many rest on it."""
    found: dict[str, tuple[int, int]] = {}
    for case in cases:
        for rule in case.decision.rules:
            passed, all_ = found.get(rule, (0, 0))
            found[rule] = passed + case.passes, all_ + 1
    return found
