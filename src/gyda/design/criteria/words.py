"""Rules, steps and findings in words, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.design.criteria.models import Outcome
from gyda.design.criteria.tables import name_of
from gyda.methods import criteria as method
from gyda.methods.criteria.cells import Part, Span
from gyda.methods.criteria.impact import EVERYONE
from gyda.methods.criteria.population import QUINTILE
from gyda.web.bilingual import Text, text_of

FINDINGS: dict[method.Found, Promise] = {
    method.Found.GAP: gettext_lazy("No rule fits this person; what holds otherwise does:"),
    method.Found.NEVER: gettext_lazy("This rule is never reached: others take all its cases:"),
    method.Found.CLASH: gettext_lazy("Two rules say different things of this person:"),
    method.Found.TWICE: gettext_lazy("Two rules fit this person, where only one may:"),
    method.Found.ORDER: gettext_lazy("Two rules fit this person; their order decides:"),
}


def outcome_in_words(outcome: method.Outcome) -> str:
    """Return what becomes of a case."""
    return str(Outcome(name_of(outcome)).label)


def fact_name(fact: method.Fact) -> Text:
    return text_of(fact.cy, fact.en)


def value_in_words(fact: method.Fact, value: method.Value | None) -> str:
    """Return an answer as people read it."""
    if value is None:
        return _("not known")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    for choice in fact.choices:
        if choice.code == value:
            return str(text_of(choice.cy, choice.en))
    return str(value)


def cell_in_words(fact: method.Fact, cell: Part | None) -> str:
    """Return what a rule asks of a fact: 65 or more."""
    if cell is None:
        return "–"  # noqa: RUF001
    if not isinstance(cell, Span):
        told = sorted(value_in_words(fact, one) for one in cell)
        return (" " + _("or") + " ").join(told)
    if cell.low is None:
        return _("%(number)s or fewer") % {"number": cell.high}
    if cell.high is None:
        return _("%(number)s or more") % {"number": cell.low}
    if cell.low == cell.high:
        return str(cell.low)
    return _("%(low)s to %(high)s") % {"low": cell.low, "high": cell.high}


@dataclass(frozen=True)
class Told:
    """A fact by name, and something said of it."""

    name: str
    said: str


def person_in_words(table: method.Table, person: Mapping[str, method.Value | None]) -> list[Told]:
    """Return a made-up person: each fact with its answer."""
    return [
        Told(str(fact_name(fact)), value_in_words(fact, person.get(fact.code)))
        for fact in table.facts
    ]


@dataclass(frozen=True)
class StepInWords:
    """A rule that was looked at: its number, what it says, whether it fits, and why not."""

    number: int
    because: Text
    fits: bool | None
    asked: list[tuple[str, str, str, bool | None]]  # fact, what is asked, what is so, met


@dataclass(frozen=True)
class Explained:
    """A decision in words."""

    outcome: method.Outcome
    said: str
    why: str
    reasons: list[tuple[int, Text]]
    missing: list[str]
    steps: list[StepInWords]
    changes: list[tuple[list[Told], str]]


WHY: dict[method.Why, Promise] = {
    method.Why.RULE: gettext_lazy("Because of this rule:"),
    method.Why.OTHERWISE: gettext_lazy("No rule fits; this is what holds then."),
    method.Why.CLASH: gettext_lazy("Rules that should not fit together do, so a person decides:"),
    method.Why.UNKNOWN: gettext_lazy("What is not known could turn it, so a person decides:"),
}


def explain(table: method.Table, facts: Mapping[str, method.Value | None]) -> Explained:
    """Decide a case and put all of it into words."""
    found = method.decide(table, facts)
    numbers = {rule.code: number for number, rule in enumerate(table.rules, start=1)}
    return Explained(
        outcome=found.outcome,
        said=outcome_in_words(found.outcome),
        why=str(WHY[found.why]),
        reasons=[(numbers[code], because_of(table.rule(code))) for code in found.rules],
        missing=[str(fact_name(table.by_code[code])) for code in found.missing],
        steps=[_step(table, step, numbers) for step in found.steps],
        changes=[_change(table, one) for one in method.what_would_change(table, facts)],
    )


def because_of(rule: method.Rule) -> Text:
    return text_of(rule.because_cy, rule.because_en)


def _step(table: method.Table, step: method.Step, numbers: Mapping[str, int]) -> StepInWords:
    asked = []
    for one in step.asked:
        fact = table.by_code[one.fact]
        so = value_in_words(fact, one.value)
        asked.append((str(fact_name(fact)), cell_in_words(fact, one.cell), so, one.met))
    return StepInWords(numbers[step.rule], because_of(table.rule(step.rule)), step.fits, asked)


def _change(table: method.Table, change: method.Change) -> tuple[list[Told], str]:
    facts = {code: table.by_code[code] for code in change.facts}
    told = [
        Told(str(fact_name(fact)), value_in_words(fact, change.facts[code]))
        for code, fact in facts.items()
    ]
    return told, outcome_in_words(change.outcome)


def group_in_words(line: method.Line, table: method.Table | None = None) -> str:
    """Return which group a line is about; a group of a fact's name is called as the fact is."""
    if line.grouping == EVERYONE:
        return _("Everyone")
    if line.grouping == QUINTILE:
        return str(QUINTILES.get(line.group, line.group))
    fact = table.by_code.get(line.grouping) if table else None
    name = fact_name(fact) if fact else _either(line.grouping)
    answers = {"yes": _("Yes"), "no": _("No")}
    return f"{name}: {answers.get(line.group.lower(), _either(line.group))}"


def _either(text: str) -> str:
    """Return the reader's half of “Cymraeg | English”."""
    cy, mark, en = text.partition("|")
    return str(text_of(cy.strip(), en.strip())) if mark else text


QUINTILES: dict[str, Promise | str] = {
    "1": gettext_lazy("Fifth 1 of WIMD, the most deprived"),
    "2": gettext_lazy("Fifth 2 of WIMD"),
    "3": gettext_lazy("Fifth 3 of WIMD"),
    "4": gettext_lazy("Fifth 4 of WIMD"),
    "5": gettext_lazy("Fifth 5 of WIMD, the least deprived"),
}
