"""Rules as a sheet: the decision table as people draw it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Mapping, Sequence

from gyda.methods.criteria.cells import Part, Span
from gyda.methods.criteria.facts import FARTHEST, Fact, Kind
from gyda.methods.criteria.sheet import as_csv, at_line, needed, outcome_of, sheet_of
from gyda.methods.criteria.table import Rule, Table
from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import Row, Sheet, folded

WORDS = ("rule", "outcome", "because_cy", "because_en")
SPAN = re.compile(r"([+-]?\d{1,12})\s*(?:-|to|i)\s*([+-]?\d{1,12})")
BOUND = re.compile(r"(>=|=>|≥|<=|=<|≤|>|<|=)\s*([+-]?\d{1,12})")


def cell_text(fact: Fact, cell: Part) -> str:
    """Return a cell as people write it.

    >>> cell_text(Fact("age", Kind.NUMBER, "Oed", "Age"), Span(65, 74))
    '65-74'
    """
    if not isinstance(cell, Span):
        names = {True: "yes", False: "no"}
        told = [names.get(one, "") if isinstance(one, bool) else str(one) for one in cell]
        return " | ".join(sorted(told))
    if cell.low is not None and cell.high is not None:
        return str(cell.low) if cell.low == cell.high else f"{cell.low}-{cell.high}"
    return f"<= {cell.high}" if cell.low is None else f">= {cell.low}"


def cell_of(fact: Fact, text: str) -> Part | None:
    """Return what a rule asks of a fact; None where it does not matter. Raises BadInput
    `not-a-cell`.

    >>> cell_of(Fact("age", Kind.NUMBER, "Oed", "Age"), "> 64")
    Span(low=65, high=None)
    """
    said = folded(text)
    if said in {"", "-", "any"}:
        return None
    if fact.kind is Kind.NUMBER:
        return _span(fact, said)
    told = [fact.read(part) for part in text.split("|")]
    return frozenset(one for one in told if one is not None)


def _span(fact: Fact, said: str) -> Span:
    if found := SPAN.fullmatch(said):
        low, high = int(found[1]), int(found[2])
        if low <= high:
            return Span(low, high)
    elif found := BOUND.fullmatch(said):
        number = int(found[2])
        return {
            ">": Span(low=number + 1), "<": Span(high=number - 1), "=": Span(number, number),
            "≥": Span(low=number), ">=": Span(low=number), "=>": Span(low=number),
        }.get(found[1], Span(high=number))  # fmt: skip
    elif re.fullmatch(r"[+-]?\d{1,12}", said) and abs(int(said)) < FARTHEST:
        return Span(int(said), int(said))
    raise BadInput("not-a-cell", fact=fact.code, value=said[:80])


def rules_as_csv(table: Table) -> str:
    """Return the decision table as a sheet: a row for each rule, a column for each fact."""
    rows = [["rule", *table.by_code, "outcome", "because_cy", "because_en"]]
    for rule in table.rules:
        cells = [
            cell_text(fact, rule.cells[fact.code]) if fact.code in rule.cells else ""
            for fact in table.facts
        ]
        rows.append([rule.code, *cells, rule.outcome.value, rule.because_cy, rule.because_en])
    return as_csv(rows)


def rules_from_csv(text: str, facts: Sequence[Fact]) -> tuple[Rule, ...]:
    """Return the rules of a sheet about facts that are known.

    Raises BadInput `column-missing`, `unknown-column`, `column-twice`, `not-a-cell`, `not-one-of`,
    `not-csv`, each with its line.
    """
    by_code = {fact.code: fact for fact in facts}
    sheet = sheet_of(text, {**dict.fromkeys(WORDS), **by_code})
    for name in ("outcome", "because_cy", "because_en"):
        needed(sheet, name)
    return tuple(
        _rule(sheet, row, number, by_code) for number, row in enumerate(sheet.rows, start=1)
    )


def _rule(sheet: Sheet, row: Row, number: int, by_code: Mapping[str, Fact]) -> Rule:
    def told(name: str) -> str:
        return row.cells.get(sheet.column(name) or "", "")

    with at_line(row.line):
        cells = {code: cell_of(fact, told(code)) for code, fact in by_code.items()}
        return Rule(
            code=told("rule") or f"r{number}",
            cells={code: cell for code, cell in cells.items() if cell is not None},
            outcome=outcome_of(told("outcome")),
            because_cy=told("because_cy"),
            because_en=told("because_en"),
        )
