"""A decision table: facts, rules in order, a hit policy; and no rule against food, warmth, shelter.

The words are those of the Decision Model and Notation (DMN 1.5, Object Management Group 2023,
chapter 8): unique, first and collect are its hit policies.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gyda.methods.criteria.cells import Part, Span, both, whole
from gyda.methods.criteria.facts import CODE, Fact, Kind, Known
from gyda.methods.errors import BadInput

NEEDS = ("food", "warmth", "shelter")
MOST_RULES, MOST_FACTS = 200, 40


class Outcome(StrEnum):
    """What a rule says."""

    ELIGIBLE = "eligible"
    NOT = "not"
    PERSON = "person"  # someone decides


class Hit(StrEnum):
    """What holds when more than one rule fits."""

    UNIQUE = "unique"  # never more than one
    FIRST = "first"  # the first in order
    COLLECT = "collect"  # all: a person's decision before an exclusion, that before a yes


@dataclass(frozen=True)
class Rule:
    """A rule fits when all of its cells hold; a fact without a cell does not matter to it."""

    code: str
    cells: Mapping[str, Part]
    outcome: Outcome
    because_cy: str
    because_en: str


@dataclass(frozen=True)
class Example:
    """A test case: a made-up person and what ought to become of them."""

    cy: str
    en: str
    facts: Known
    expected: Outcome


@dataclass(frozen=True)
class Table:
    """A table whose every rule can be read and met. `needs`: which basic needs the service meets.

    Raises BadInput: `takes-basic-need` when a rule could refuse somebody food, warmth or shelter;
    `no-rules`, `too-much`, `fact-twice`, `rule-twice`, `rule-code`, `rule-words`, `unknown-fact`,
    `cell-kind`, `cell-empty`, `unknown-need`.
    """

    cy: str
    en: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    hit: Hit = Hit.FIRST
    otherwise: Outcome = Outcome.PERSON  # where no rule fits
    needs: frozenset[str] = frozenset()
    examples: tuple[Example, ...] = ()
    version: int = 0
    by_code: Mapping[str, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse what cannot be a table."""
        object.__setattr__(self, "by_code", {fact.code: fact for fact in self.facts})
        if not self.rules or not self.facts:
            raise BadInput("no-rules")
        if len(self.rules) > MOST_RULES or len(self.facts) > MOST_FACTS:
            raise BadInput("too-much", rules=MOST_RULES, facts=MOST_FACTS)
        _once("fact-twice", [fact.code for fact in self.facts])
        _once("rule-twice", [rule.code for rule in self.rules])
        for rule in self.rules:
            self._check(rule)
        check_floor(self.needs, self.rules, self.otherwise)

    def _check(self, rule: Rule) -> None:
        if not CODE.fullmatch(rule.code):
            raise BadInput("rule-code", rule=rule.code)
        if not (rule.because_cy.strip() and rule.because_en.strip()):
            raise BadInput("rule-words", rule=rule.code)
        for code, cell in rule.cells.items():
            fact = self.by_code.get(code)
            if fact is None:
                raise BadInput("unknown-fact", rule=rule.code, fact=code)
            if isinstance(cell, Span) != (fact.kind is Kind.NUMBER):
                raise BadInput("cell-kind", rule=rule.code, fact=code)
            if both(cell, whole(fact)) is None:
                raise BadInput("cell-empty", rule=rule.code, fact=code)

    def rule(self, code: str) -> Rule:
        """Return the rule of that code."""
        return next(rule for rule in self.rules if rule.code == code)


def check_floor(needs: frozenset[str], rules: tuple[Rule, ...], otherwise: Outcome) -> None:
    """Raise BadInput `takes-basic-need` when somebody could be refused food, warmth or shelter.

    The floor under all criteria: not the rules, and not what holds where no rule fits.
    """
    if strange := sorted(needs - set(NEEDS)):
        raise BadInput("unknown-need", need=strange[0])
    if not needs:
        return
    for rule in rules:
        if rule.outcome is Outcome.NOT:
            raise BadInput("takes-basic-need", rule=rule.code, need=sorted(needs)[0])
    if otherwise is Outcome.NOT:
        raise BadInput("takes-basic-need", rule="", need=sorted(needs)[0])


def _once(code: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise BadInput(code, name=name)
