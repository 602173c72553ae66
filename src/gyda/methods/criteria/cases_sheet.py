"""Cases as a sheet: to be decided, or to test a table with."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gyda.methods.criteria.facts import Fact, Value
from gyda.methods.criteria.sheet import as_csv, at_line, facts_of, outcome_of, said, sheet_of
from gyda.methods.criteria.table import Example, Outcome
from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import Row, Sheet


@dataclass(frozen=True)
class Case:
    """A case of a sheet: its line, its name if it has one, its facts, and what was expected."""

    line: int
    name: str
    facts: Mapping[str, Value | None]
    expected: Outcome | None


def cases_from_csv(text: str, facts: Sequence[Fact]) -> tuple[Case, ...]:
    """Return the cases of a sheet: a column for each fact; `name` and `expected` may be there."""
    by_code = {fact.code: fact for fact in facts}
    sheet = sheet_of(text, {"name": None, "expected": None, **by_code})
    if not any(sheet.column(code) for code in by_code):
        raise BadInput("column-missing", line=1, column=facts[0].code)
    return tuple(_case(sheet, row, by_code) for row in sheet.rows)


def _case(sheet: Sheet, row: Row, by_code: Mapping[str, Fact]) -> Case:
    with at_line(row.line):
        expected = row.cells.get(sheet.column("expected") or "", "")
        return Case(
            row.line,
            row.cells.get(sheet.column("name") or "", "")[:120],
            facts_of(sheet, row, by_code),
            outcome_of(expected) if expected else None,
        )


def cases_as_csv(examples: Sequence[Example], facts: Sequence[Fact]) -> str:
    """Return test cases as a sheet that `cases_from_csv` reads."""
    rows: list[list[object]] = [["name", *[fact.code for fact in facts], "expected"]]
    for example in examples:
        told = [said(example.facts.get(fact.code)) for fact in facts]
        rows.append([example.en, *told, example.expected.value])
    return as_csv(rows)
