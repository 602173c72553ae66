"""A population as a sheet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator, Mapping, Sequence

from gyda.methods.criteria.facts import Fact
from gyda.methods.criteria.population import Cell, Population
from gyda.methods.criteria.sheet import GROUP, at_line, facts_of, said, sheet_of
from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import Row, Sheet

MOST_ROWS = 20_000
QUINTILES = frozenset("12345")


def population_from_csv(text: str, facts: Sequence[Fact]) -> Population:
    """Return a population: facts, `quintile`, `group:NAME` columns, and `people` in each row.

    Without `people` each row is one person. Rows that are alike become one cell, so that nothing
    is left of who stood in which row. Raises BadInput as the others do, and `not-a-count`,
    `nobody`, `too-many-rows`, `not-a-quintile`.
    """
    by_code = {fact.code: fact for fact in facts}
    sheet = sheet_of(text, {"quintile": None, "people": None, **by_code}, grouped=True)
    if len(sheet.rows) > MOST_ROWS:
        raise BadInput("too-many-rows", most=MOST_ROWS)
    return Population.of(_cell(sheet, row, by_code) for row in sheet.rows)


def _cell(sheet: Sheet, row: Row, by_code: Mapping[str, Fact]) -> Cell:
    def told(name: str) -> str:
        return row.cells.get(sheet.column(name) or "", "")

    with at_line(row.line):
        groups = {
            header[len(GROUP) :].strip(): row.cells[header][:60]
            for header in sheet.headers
            if header.startswith(GROUP)
        }
        people, quintile = told("people") or "1", told("quintile")
        if not re.fullmatch(r"\d{1,7}", people):
            raise BadInput("not-a-count", value=people[:80])
        if quintile and quintile not in QUINTILES:
            raise BadInput("not-a-quintile", value=quintile[:80])
        groups |= {"quintile": quintile} if quintile else {}
        return Cell(facts_of(sheet, row, by_code), groups, int(people))


def each_line(cells: Sequence[Cell], facts: Sequence[Fact]) -> Iterator[list[object]]:
    """Give a population as rows of a sheet, its header first."""
    groups = sorted({name for cell in cells for name in cell.groups})
    heads = [name if name == "quintile" else GROUP + name for name in groups]
    yield [*[fact.code for fact in facts], *heads, "people"]
    for cell in cells:
        told = [said(cell.facts.get(fact.code)) for fact in facts]
        yield [*told, *[cell.groups.get(name, "") for name in groups], cell.people]
