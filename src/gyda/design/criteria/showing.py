"""A version as a page shows it: the table row by row, test cases beside the rules, findings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from gyda.design.criteria import errors, queries
from gyda.design.criteria.models import Example, Fact, Rule, RuleVersion
from gyda.design.criteria.tables import from_lines
from gyda.design.criteria.words import (
    FINDINGS,
    Told,
    because_of,
    cell_in_words,
    fact_name,
    group_in_words,
    outcome_in_words,
    person_in_words,
)
from gyda.methods import criteria as method
from gyda.methods.criteria.impact import EVERYONE, Share
from gyda.methods.criteria.population import QUINTILE
from gyda.methods.criteria.trying import Tried, beside_rules
from gyda.methods.errors import BadInput
from gyda.web.charts import Columns, Series


@dataclass(frozen=True)
class RuleShown:
    """A row of the table; `row` names who proposed it."""

    number: int
    row: Rule
    cells: list[Told]
    said: str
    outcome: str
    because: Any
    passed: int
    tests: int


@dataclass(frozen=True)
class TestShown:
    """A test case with what the table says of it."""

    row: Example
    facts: list[Told]
    expected: str
    said: str
    rules: list[int]
    passes: bool


@dataclass(frozen=True)
class FindingShown:
    """What was found, in which rules, and of whom it is true."""

    words: str
    numbers: list[int]
    person: list[Told]
    is_fault: bool


@dataclass
class Sheet:
    """All of a version; `missing` says why it makes no table yet."""

    facts: list[Fact]
    rules: list[RuleShown] = field(default_factory=list)
    tests: list[TestShown] = field(default_factory=list)
    findings: list[FindingShown] = field(default_factory=list)
    otherwise: str = ""
    missing: str = ""

    @property
    def failing(self) -> int:
        return sum(not test.passes for test in self.tests)

    @property
    def has_faults(self) -> bool:
        return any(finding.is_fault for finding in self.findings)


def sheet_of(version: RuleVersion) -> Sheet:
    """Return a version in words; its lines stay as they were when it was published."""
    facts, rules, examples = queries.lines_of(version)
    sheet = Sheet(facts)
    try:
        table = from_lines(version, facts, rules, examples)
    except BadInput as error:
        sheet.missing = str(errors.BadTable(error))
        return sheet
    tried = method.tried(table)
    beside, outcome = beside_rules(tried), outcome_in_words
    sheet.otherwise = outcome(table.otherwise)
    numbers = {rule.code: number for number, rule in enumerate(table.rules, start=1)}
    for row, rule in zip(rules, table.rules, strict=True):
        sheet.rules.append(_rule(row, rule, table, numbers, beside))
    for example, case in zip(examples, tried, strict=True):
        sheet.tests.append(_test(example, case, table, numbers))
    sheet.findings = _findings(table, numbers)
    return sheet


def _rule(
    row: Rule,
    rule: method.Rule,
    table: method.Table,
    numbers: dict[str, int],
    beside: dict[str, tuple[int, int]],
) -> RuleShown:
    cells = [
        Told(str(fact_name(fact)), cell_in_words(fact, rule.cells.get(fact.code)))
        for fact in table.facts
    ]
    asked = [
        f"{fact_name(table.by_code[code])}: {cell_in_words(table.by_code[code], cell)}"
        for code, cell in rule.cells.items()
    ]
    passed, tests = beside.get(rule.code, (0, 0))
    return RuleShown(
        numbers[rule.code], row, cells, "; ".join(asked) or _("always"),
        outcome_in_words(rule.outcome), because_of(rule), passed, tests,
    )  # fmt: skip


def _test(row: Example, case: Tried, table: method.Table, numbers: dict[str, int]) -> TestShown:
    return TestShown(
        row,
        person_in_words(table, case.example.facts),
        outcome_in_words(case.example.expected),
        outcome_in_words(case.decision.outcome),
        [numbers[code] for code in case.decision.rules],
        case.passes,
    )


def _findings(table: method.Table, numbers: dict[str, int]) -> list[FindingShown]:
    try:
        found = method.check(table)
    except BadInput as error:
        return [FindingShown(str(errors.BadTable(error)), [], [], is_fault=True)]
    return [
        FindingShown(
            str(FINDINGS[one.what]),
            [numbers[code] for code in one.rules],
            person_in_words(table, one.person),
            one.is_fault,
        )
        for one in found
    ]


@dataclass(frozen=True)
class LineShown:
    """A group before and after, in figures that may be shown."""

    group: str
    people: int | None
    before: str
    after: str
    rise: str
    chance: str
    over: bool


@dataclass(frozen=True)
class TrialShown:
    """One change tried out, as tables and pictures."""

    number: int | None
    what: str
    groups: list[tuple[str, list[LineShown], Columns]]
    over: list[str]


def trials_shown(trials: Sequence[method.Trial], table: method.Table) -> list[TrialShown]:
    """Return trials in words."""
    return [_trial(one, place, table) for place, one in enumerate(trials)]


def _trial(one: method.Trial, place: int, table: method.Table) -> TrialShown:
    codes = [rule.code for rule in table.rules]
    number = codes.index(one.rule) + 1 if one.rule in codes else None
    what = _("All changes together") if not one.rule else str(because_of(table.rule(one.rule)))
    whole = [line for line in one.lines if line.grouping == EVERYONE]
    groups: list[tuple[str, list[LineShown], Columns]] = []
    for grouping in dict.fromkeys(line.grouping for line in one.lines):
        if grouping == EVERYONE:
            continue
        lines = [line for line in one.lines if line.grouping == grouping]
        title = _grouping(grouping, table)
        chart = _chart(f"impact-{place}-{len(groups)}", title, [*whole, *lines])
        groups.append((title, [_line(line, table) for line in [*whole, *lines]], chart))
    if not groups and whole:
        chart = _chart(f"impact-{place}", _("Everyone"), whole)
        groups.append((_("Everyone"), [_line(line, table) for line in whole], chart))
    over = [group_in_words(line, table) for line in one.lines if line.over]
    return TrialShown(number, what, groups, over)


def _grouping(grouping: str, table: method.Table) -> str:
    if grouping == QUINTILE:
        return _("By deprivation (WIMD)")
    fact = table.by_code.get(grouping)
    cy, mark, en = grouping.partition("|")
    told = method_text(cy, en) if mark else grouping
    return str(fact_name(fact)) if fact else told


def method_text(cy: str, en: str) -> str:
    from gyda.web.bilingual import text_of

    return str(text_of(cy.strip(), en.strip()))


def percent(share: Fraction | None) -> str:
    """Return a share in hundredths, with one place where it is not whole.

    >>> percent(Fraction(11, 100)), percent(Fraction(1, 8))
    ('11%', '12.5%')
    """
    if share is None:
        return _("held back")
    tenths = round(1000 * share)
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths / 10:.1f}%"


def _share(share: Share | None) -> str:
    if share is None:
        return _("held back")
    bounds = {"share": percent(share.share), "low": percent(Fraction(share.low))}
    return _("%(share)s (%(low)s to %(high)s)") % {**bounds, "high": percent(Fraction(share.high))}


def _line(line: method.Line, table: method.Table) -> LineShown:
    rise = line.rise
    told = percent(rise) if rise is None or rise <= 0 else f"+{percent(rise)}"
    if rise is not None and rise < 0:
        told = f"−{percent(-rise)}"  # noqa: RUF001
    chance = "" if line.p_value is None else _chance(line.p_value)
    return LineShown(
        group_in_words(line, table), line.people, _share(line.before), _share(line.after),
        told, chance, line.over,
    )  # fmt: skip


def _chance(p: float) -> str:
    return _("under 0.001") if p < 0.001 else f"{p:.3f}"


def _chart(id: str, title: str, lines: Sequence[method.Line]) -> Columns:
    def tenths(share: Share | None) -> int | None:
        return None if share is None else round(1000 * share.share)

    return Columns(
        id=id,
        title=_("%(name)s: the share refused, before and after") % {"name": title},
        description=_("The table after this picture has the same figures, in the same order."),
        labels=[str(number) for number, _line in enumerate(lines, start=1)],
        series=[
            Series(_("Before"), [tenths(line.before) for line in lines]),
            Series(_("After"), [tenths(line.after) for line in lines]),
        ],
        say=lambda value: f"{value // 10}%",
        step=10,
    )
