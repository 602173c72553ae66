"""The bus pass of story I: a table, its eight test cases, and the people of a valley."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

from gyda.methods.criteria import Cell, Example, Fact, Hit, Kind, Outcome, Population, Rule, Table
from gyda.methods.criteria.cells import Span

AGE = Fact("age", Kind.NUMBER, "Oed", "Age", high=120)
DISABLED = Fact("disabled", Kind.YES_NO, "Anabl", "Disabled")
ELSEWHERE = Fact("elsewhere", Kind.YES_NO, "Tocyn mewn ardal arall", "Has a pass elsewhere")
MISSED = Fact("missed", Kind.NUMBER, "Apwyntiadau a gollwyd", "Missed appointments")
YES = frozenset({True})


def a_rule(code: str, outcome: Outcome, **cells: object) -> Rule:
    return Rule(code, cells, outcome, f"Rheswm {code}", f"Reason {code}")  # type: ignore[arg-type]


HAS_ONE = a_rule("elsewhere", Outcome.NOT, elsewhere=YES)
SIXTY = a_rule("sixty", Outcome.ELIGIBLE, age=Span(low=60))
OF_ANY_AGE = a_rule("any_age", Outcome.ELIGIBLE, disabled=YES)
MISSED_TWO = a_rule("missed_two", Outcome.NOT, missed=Span(low=2))


def an_example(name: str, expected: Outcome, **facts: object) -> Example:
    known = {"age": 30, "disabled": False, "elsewhere": False, "missed": 0} | facts
    return Example(name, name, known, expected)  # type: ignore[arg-type]


EXAMPLES = (
    an_example("59", Outcome.PERSON, age=59),
    an_example("60", Outcome.ELIGIBLE, age=60),
    an_example("84", Outcome.ELIGIBLE, age=84),
    an_example("disabled at 20", Outcome.ELIGIBLE, age=20, disabled=True),
    an_example("pass elsewhere", Outcome.NOT, age=70, elsewhere=True),
    an_example("disabled, pass elsewhere", Outcome.NOT, disabled=True, elsewhere=True),
    an_example("30", Outcome.PERSON),
    an_example("age not known, disabled", Outcome.ELIGIBLE, age=None, disabled=True),
)


def bus_pass(*more: Rule, hit: Hit = Hit.FIRST) -> Table:
    rules = (*more, HAS_ONE, SIXTY, OF_ANY_AGE)
    return Table("Tocyn bws", "Bus pass", (AGE, DISABLED, ELSEWHERE, MISSED), rules, hit,
                 examples=EXAMPLES, version=1)  # fmt: skip


def people(quintile: str, disabled: bool, fine: int, missed: int, elsewhere: int) -> list[Cell]:
    """Return so many who lose nothing, who missed two, and who have a pass elsewhere."""
    groups = {"quintile": quintile, "disabled": "yes" if disabled else "no"}
    base = {"age": 70, "disabled": disabled, "elsewhere": False, "missed": 0}
    return [
        Cell(base, groups, fine),
        Cell(base | {"missed": 2}, groups, missed),
        Cell(base | {"elsewhere": True}, groups, elsewhere),
    ]


def valley() -> Population:
    """In fifth 1 live 200: 8 have a pass elsewhere, 14 missed two. 4 % are refused, then 11 %."""
    cells = people("1", True, 70, 10, 2) + people("1", False, 108, 4, 6)
    for quintile in "2345":
        cells += people(quintile, True, 40, 3, 2) + people(quintile, False, 143, 6, 6)
    return Population.of(cells)


def with_missed() -> Table:
    return replace(bus_pass(MISSED_TWO), version=2)
