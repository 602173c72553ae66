"""What holds for every table: made-up ones of all kinds, and files that are none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.criteria import (
    Choice,
    Example,
    Fact,
    Found,
    Hit,
    Kind,
    Outcome,
    Rule,
    Table,
    as_data,
    check,
    decide,
    table_from,
    tried,
    what_would_change,
)
from gyda.methods.criteria.cases_sheet import cases_from_csv
from gyda.methods.criteria.cells import Span, holds
from gyda.methods.criteria.population_sheet import population_from_csv
from gyda.methods.criteria.rules_sheet import rules_as_csv, rules_from_csv
from gyda.methods.criteria.tests.bus_pass import bus_pass
from gyda.methods.errors import BadInput

FACTS = (
    Fact("n", Kind.NUMBER, "Rhif", "Number", high=4),
    Fact("y", Kind.YES_NO, "Ie", "Yes"),
    Fact("c", Kind.CHOICE, "Dewis", "Choice",
         choices=(Choice("a", "A", "A"), Choice("b", "B", "B"), Choice("d", "D", "D"))),
)  # fmt: skip
EVERYONE = [
    dict(zip("nyc", values, strict=True))
    for values in product(range(5), (True, False), ("a", "b", "d"))
]
FEW = settings(max_examples=40, deadline=None)

spans = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda ends: Span(*sorted(ends)))
cells = st.fixed_dictionaries(
    {},
    optional={
        "n": spans,
        "y": st.booleans().map(lambda value: frozenset({value})),
        "c": st.frozensets(st.sampled_from("abd"), min_size=1),
    },
)
outcomes = st.sampled_from(list(Outcome))


@st.composite
def tables(draw: st.DrawFn, needs: bool = False) -> Table:
    allowed = outcomes.filter(lambda one: one is not Outcome.NOT) if needs else outcomes
    asked = draw(st.lists(st.tuples(cells, allowed), min_size=1, max_size=6))
    rules = tuple(Rule(f"r{n}", c, o, "Am", "Because") for n, (c, o) in enumerate(asked))  # type: ignore[arg-type]
    return Table(
        "Rheolau", "Rules", FACTS, rules, draw(st.sampled_from(list(Hit))), draw(allowed),
        frozenset({"food"} if needs else ()),
    )  # fmt: skip


people = st.sampled_from(EVERYONE)
half_known = st.builds(
    lambda person, gone: {k: v for k, v in person.items() if k not in gone},
    people,
    st.frozensets(st.sampled_from("nyc")),
)


@FEW
@given(tables(needs=True), half_known)
def test_nobody_is_refused_food_whatever_the_rules(table: Table, known: Any) -> None:
    assert decide(table, known).outcome is not Outcome.NOT


@FEW
@given(tables(), people)
def test_the_trace_gives_the_outcome(table: Table, person: Any) -> None:
    found = decide(table, person)
    for step, rule in zip(found.steps, table.rules, strict=True):
        assert step.fits == all(holds(cell, person[code]) for code, cell in rule.cells.items())
    fitting = [rule for rule in table.rules if rule.code in found.rules]
    if table.hit is Hit.FIRST and fitting:
        first = next(step.rule for step in found.steps if step.fits)
        assert found.rules == (first,)
        assert found.outcome is fitting[0].outcome
    if not fitting:
        assert found.outcome is table.otherwise


@FEW
@given(tables(), half_known)
def test_what_is_decided_on_little_holds_once_all_is_known(table: Table, known: Any) -> None:
    found = decide(table, known).outcome
    whole = [person for person in EVERYONE if known.items() <= person.items()]
    if found is not Outcome.PERSON:
        assert {decide(table, person).outcome for person in whole} == {found}


@FEW
@given(tables())
def test_gaps_and_rules_never_reached_are_found_exactly(table: Table) -> None:
    found = check(table)
    fits = [[all(holds(c, p[f]) for f, c in r.cells.items()) for r in table.rules]
            for p in EVERYONE]  # fmt: skip
    assert any(one.what is Found.GAP for one in found) == any(not any(row) for row in fits)
    if table.hit is Hit.FIRST:
        reached = {row.index(True) for row in fits if any(row)}
        never = {one.rules[0] for one in found if one.what is Found.NEVER}
        assert never == {r.code for n, r in enumerate(table.rules) if n not in reached}
    for one in found:
        if one.what in {Found.CLASH, Found.TWICE, Found.ORDER}:
            row = fits[EVERYONE.index(dict(one.person))]
            assert all(row[[r.code for r in table.rules].index(code)] for code in one.rules)
        if one.what is Found.GAP:
            assert not any(fits[EVERYONE.index(dict(one.person))])


@FEW
@given(tables(), people)
def test_what_would_change_it_does(table: Table, person: Any) -> None:
    here = decide(table, person).outcome
    for change in what_would_change(table, person):
        assert 1 <= len(change.facts) <= 2
        assert decide(table, {**person, **change.facts}).outcome is change.outcome
        assert change.outcome is not here


@FEW
@given(tables(), st.permutations(EVERYONE[:6]))
def test_the_order_of_test_cases_does_not_matter(table: Table, order: Any) -> None:
    first = tuple(Example("A", "A", person, Outcome.NOT) for person in EVERYONE[:6])
    turned = tuple(Example("A", "A", person, Outcome.NOT) for person in order)
    one = {repr(t.example.facts): t.passes for t in tried(replace(table, examples=first))}
    other = {repr(t.example.facts): t.passes for t in tried(replace(table, examples=turned))}
    assert one == other


@FEW
@given(tables())
def test_a_table_comes_back_from_json_and_its_rules_from_csv(table: Table) -> None:
    assert table_from(json.loads(json.dumps(as_data(table)))) == table
    assert rules_from_csv(rules_as_csv(table), table.facts) == table.rules


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner,
                                                                max_size=3),
    max_leaves=8,
)  # fmt: skip


@FEW
@given(st.data())
def test_a_table_with_anything_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    whole: Any = json.loads(json.dumps(as_data(bus_pass())))
    name = data.draw(st.sampled_from(sorted(whole)))
    place: Any = whole
    while isinstance(place[name], dict | list) and place[name] and data.draw(st.booleans()):
        place = place[name]
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        name = data.draw(st.sampled_from(keys))
    place[name] = data.draw(json_values)
    with suppress(BadInput):  # anything else fails the test
        table_from(whole)


@FEW
@given(st.text(max_size=80) | st.text('age,missed\n"|>=-0123456789yesno', max_size=60))
def test_any_sheet_is_read_or_refused(text: str) -> None:
    facts = bus_pass().facts
    for read in (rules_from_csv, cases_from_csv, population_from_csv):
        with suppress(BadInput):  # anything else fails the test
            read(text, facts)  # type: ignore[operator]
