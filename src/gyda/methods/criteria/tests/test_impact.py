"""Whom a rule shuts out: the figures of story I, held back where few, blocked where many."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import gzip
from dataclasses import replace
from fractions import Fraction

import pytest

from gyda.methods.criteria import Cell, Limits, Line, Population, blocks
from gyda.methods.criteria.impact import trial, trials
from gyda.methods.criteria.population_sheet import each_line, population_from_csv
from gyda.methods.criteria.sheet import as_csv
from gyda.methods.criteria.synthetic import margins_from_csv, synthetic
from gyda.methods.criteria.tests.bus_pass import (
    MISSED_TWO,
    SIXTY,
    bus_pass,
    people,
    valley,
    with_missed,
)
from gyda.methods.errors import BadInput
from gyda.methods.representativeness import by_quintile, quintile
from gyda.methods.tests.shared import shared

LIMITS = Limits()


def line(found: tuple[Line, ...], grouping: str, group: str) -> Line:
    return next(one for one in found if (one.grouping, one.group) == (grouping, group))


def test_the_rule_of_story_i_goes_from_4_to_11_in_a_hundred_and_is_blocked() -> None:
    found = trial(bus_pass(), with_missed(), valley(), LIMITS)
    first = line(found.lines, "quintile", "1")
    assert first.before is not None
    assert first.after is not None
    assert (first.before.share, first.after.share) == (Fraction(4, 100), Fraction(11, 100))
    assert (first.before.people, first.after.people, first.people) == (8, 22, 200)
    assert round(first.before.low, 4) == 0.0204
    assert round(first.before.high, 4) == 0.0769
    assert first.p_value is not None
    assert first.p_value == pytest.approx(2 / 2**14)
    assert {(b.line.grouping, b.line.group) for b in blocks([found])} == {
        ("quintile", "1"),
        ("disabled", "yes"),
    }


def test_a_rule_that_is_as_hard_on_all_is_blocked_only_by_how_hard() -> None:
    even = Population.of(cell for q in "12345" for cell in people(q, False, 90, 5, 5))
    assert not blocks([trial(bus_pass(), with_missed(), even, LIMITS)])
    assert blocks([trial(bus_pass(), with_missed(), even, Limits(rise=4))])


def test_only_new_exclusions_are_tried_alone() -> None:
    first = trials(bus_pass(), valley(), LIMITS)
    assert [one.rule for one in first] == ["elsewhere"]
    second = trials(with_missed(), valley(), LIMITS, bus_pass())
    assert [one.rule for one in second] == ["", "missed_two"]
    assert second[0].lines == second[1].lines


def test_a_refusal_said_twice_in_a_first_version_is_blocked_all_the_same() -> None:
    alike = (MISSED_TWO, replace(MISSED_TWO, code="again"), SIXTY)
    found = trials(replace(bus_pass(), rules=alike), valley(), LIMITS)
    assert [one.rule for one in found] == ["", "missed_two", "again"]
    assert {block.rule for block in blocks(found)} == {""}


def test_fewer_than_five_are_never_shown_nor_what_gives_them_away() -> None:
    few = Population.of([*valley().cells, *people("6", False, 40, 2, 6)])
    found = trial(bus_pass(), with_missed(), few, LIMITS).lines
    small = line(found, "quintile", "6")
    assert (small.before, small.after) == (None, None)
    hidden = [one.group for one in found if one.grouping == "quintile" and one.after is None]
    assert len(hidden) > 1  # alone, it would be the total less the others
    assert line(found, "quintile", "1").after is not None


def test_who_is_let_in_again_counts_too() -> None:
    found = trial(with_missed(), bus_pass(), valley(), LIMITS)
    rise = line(found.lines, "quintile", "1").rise
    assert rise == Fraction(-7, 100)
    assert not blocks([found])


def test_a_population_is_read_from_a_sheet_and_nothing_is_left_of_its_order() -> None:
    facts = bus_pass().facts
    text = as_csv(list(each_line(valley().cells, facts)))
    lines = text.splitlines()
    turned = "\n".join([lines[0], *reversed(lines[1:])])
    assert population_from_csv(turned, facts) == population_from_csv(text, facts) == valley()
    assert valley().people == 1000
    alike = "age,quintile\n70,1\n70,1\n70,1\n"
    (cell,) = population_from_csv(alike, facts).cells
    assert cell == Cell({"age": 70}, {"quintile": "1"}, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("age,name\n70,Nia\n", "unknown-column"),
        ("age,people\n70,many\n", "not-a-count"),
        ("age,quintile\n70,6\n", "not-a-quintile"),
        ("age,people\n70,0\n", "nobody"),
        ("age\nold\n", "not-an-answer"),
        ("age\n", "no-rows"),
        ("age,age\n1,2\n", "column-twice"),
    ],
)
def test_a_population_that_cannot_be_used_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        population_from_csv(text, bus_pass().facts)
    assert caught.value.code == code


def test_a_made_up_population_has_the_fifths_of_gwynedd_and_the_same_seed_gives_the_same() -> None:
    sizes = _fifths_of("W06000002")
    text = _margins(sizes)
    facts = bus_pass().facts
    found = synthetic(margins_from_csv(text), facts, people=5000, seed=7)
    again = synthetic(margins_from_csv(text), facts, people=5000, seed=7)
    assert found == again
    assert found != synthetic(margins_from_csv(text), facts, people=5000, seed=8)
    counts = dict.fromkeys("12345", 0)
    for cell in found.cells:
        counts[cell.groups["quintile"]] += cell.people
        assert cell.groups["disabled"] == ("yes" if cell.facts["disabled"] else "no")
    total = sum(sizes.values())
    for fifth, size in sizes.items():
        assert counts[fifth] / 5000 == pytest.approx(size / total, abs=0.03)


def _fifths_of(council: str) -> dict[str, int]:
    """Return the people of a council by the fifth of WIMD 2019 that their small area is in."""
    with shared("wales/wales_wimd2019_lsoa11.csv").open(encoding="utf-8-sig") as file:
        fifths = {
            row["lsoa11_code"]: quintile(int(float(row["IMD_rank"])), 1909)
            for row in csv.DictReader(file)
        }
    with shared("wales/wales_lsoa11_lsoa21_lad22.csv").open(encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        here = {row["lsoa11_code"] for row in rows if row["ltla22_code"] == council}
    ages = shared("wales/wales_lsoa11_age_mid2020.csv.gz")
    with gzip.open(ages, "rt", encoding="utf-8-sig") as file:
        living = {r["lsoa11_code"]: int(float(r["total_population"])) for r in csv.DictReader(file)}
    homes = (area for area in sorted(here) for _person in range(living[area]))
    return by_quintile(homes, fifths)[0]


def _margins(sizes: dict[str, int]) -> str:
    rows = [
        "of,answer,q1,q2,q3,q4,q5",
        "people,," + ",".join(str(sizes[fifth]) for fifth in "12345"),
        "age,60-79,3,3,3,3,3",
        "age,20-59,1,1,1,1,1",
        "disabled,yes,40,30,25,20,15",
        "disabled,no,60,70,75,80,85",
        "group:disabled,x,1,1,1,1,1",
        "elsewhere,no,1,1,1,1,1",
        "missed,0-0,80,85,90,95,95",
        "missed,1-3,20,15,10,5,5",
    ]
    return "\n".join(rows)


def test_a_table_without_an_exclusion_is_tried_on_nobody() -> None:
    assert trials(replace(bus_pass(), rules=(SIXTY,)), valley(), LIMITS) == ()
