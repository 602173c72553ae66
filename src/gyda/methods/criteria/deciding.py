"""Deciding a case by a table, with every step."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gyda.methods.criteria.cells import Part, holds
from gyda.methods.criteria.facts import Known, Value
from gyda.methods.criteria.table import Hit, Outcome, Rule, Table
from gyda.methods.errors import BadInput

STRICTEST = (Outcome.PERSON, Outcome.NOT, Outcome.ELIGIBLE)  # what wins among rules that collect


class Why(StrEnum):
    """What the outcome rests on."""

    RULE = "rule"
    OTHERWISE = "otherwise"  # no rule fits
    CLASH = "clash"  # rules that should never fit together do
    UNKNOWN = "unknown"  # what is not known could turn it


@dataclass(frozen=True)
class Asked:
    """What a rule asked of one fact; `met` is None where the fact is not known."""

    fact: str
    cell: Part
    value: Value | None
    met: bool | None


@dataclass(frozen=True)
class Step:
    """A rule that was looked at: whether it fits (None: that depends on what is not known)."""

    rule: str
    fits: bool | None
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Decision:
    """The outcome, what it rests on (`rules`, by code), what is missing, and every step."""

    outcome: Outcome
    why: Why
    rules: tuple[str, ...]
    missing: tuple[str, ...]
    steps: tuple[Step, ...]


def decide(table: Table, known: Known) -> Decision:
    """Decide a case. What is not known never counts against anybody.

    A rule whose facts are partly unknown fits, does not, or hangs on them (Kleene 1952, strong
    three-valued logic). Where what is not known could turn the outcome, a person decides.
    Raises BadInput `unknown-fact` or `not-an-answer`.
    """
    _check(table, known)
    steps = tuple(_step(rule, known) for rule in table.rules)
    fitting = [step.rule for step in steps if step.fits]
    outcome, why, rules = _held(table, fitting)
    if turning := _turning(table, steps, outcome):
        missing = _missing(steps, turning)
        return Decision(Outcome.PERSON, Why.UNKNOWN, tuple(turning), missing, steps)
    return Decision(outcome, why, rules, (), steps)


def _check(table: Table, known: Known) -> None:
    for code, value in known.items():
        fact = table.by_code.get(code)
        if fact is None:
            raise BadInput("unknown-fact", rule="", fact=code)
        if value is not None and not fact.takes(value):
            raise BadInput("not-an-answer", fact=code, value=value)


def _step(rule: Rule, known: Known) -> Step:
    asked = tuple(_asked(code, cell, known.get(code)) for code, cell in rule.cells.items())
    met = [one.met for one in asked]
    fits = False if False in met else None if None in met else True
    return Step(rule.code, fits, asked)


def _asked(code: str, cell: Part, value: Value | None) -> Asked:
    return Asked(code, cell, value, None if value is None else holds(cell, value))


def _held(table: Table, fitting: Sequence[str]) -> tuple[Outcome, Why, tuple[str, ...]]:
    """Return what holds when exactly these rules fit, in their order."""
    if not fitting:
        return table.otherwise, Why.OTHERWISE, ()
    outcomes = {code: table.rule(code).outcome for code in fitting}
    if table.hit is Hit.FIRST:
        return outcomes[fitting[0]], Why.RULE, (fitting[0],)
    if table.hit is Hit.UNIQUE and len(fitting) > 1:
        return Outcome.PERSON, Why.CLASH, tuple(fitting)
    strictest = min(outcomes.values(), key=STRICTEST.index)
    return strictest, Why.RULE, tuple(code for code in fitting if outcomes[code] is strictest)


def _turning(table: Table, steps: Sequence[Step], outcome: Outcome) -> list[str]:
    """Return the rules that hang on something unknown and could turn the outcome.

    Each alone is tried, and all together: enough for every policy, since FIRST takes one rule, and
    UNIQUE and COLLECT only grow stricter with every further rule that fits.
    """

    def turns(more: set[str]) -> bool:
        fitting = [step.rule for step in steps if step.fits or step.rule in more]
        return _held(table, fitting)[0] is not outcome

    hanging = [step.rule for step in steps if step.fits is None]
    alone = [code for code in hanging if turns({code})]
    return alone or (hanging if hanging and turns(set(hanging)) else [])


def _missing(steps: Sequence[Step], rules: Sequence[str]) -> tuple[str, ...]:
    asked = [one for step in steps if step.rule in rules for one in step.asked]
    return tuple(dict.fromkeys(one.fact for one in asked if one.met is None))
