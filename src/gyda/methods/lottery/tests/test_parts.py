"""Files, impossible quotas, replacements and public draws."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods import lottery
from gyda.methods.errors import BadInput, NotFeasible
from gyda.methods.lottery.colouring import equitable
from gyda.methods.lottery.tests.closest import compare_replacements, compare_reserves
from gyda.methods.lottery.tracks import stretches
from gyda.methods.tests.shared import shared

QUOTAS = "category,feature,min,max\nage,young,1,2\nage,old,1,2\n"
PEOPLE = "id,age,home\na,young,1 High St\nb,old,1 high street\nc,old,\nd,old,\n"


def test_households_are_the_same_however_they_are_spelt_and_blank_is_nobodys() -> None:
    quotas = lottery.read_quotas(QUOTAS)
    pool = lottery.read_pool(PEOPLE, quotas, household="home")
    found = lottery.fair_lottery(pool, quotas, 2)
    assert found.unselectable == ("b",)
    assert float(found.chances["a"]) == 1
    assert float(found.chances["c"]) == pytest.approx(0.5)


def test_all_faults_of_a_file_are_named_at_once_with_their_lines() -> None:
    quotas = lottery.read_quotas(QUOTAS)
    with pytest.raises(lottery.Faults) as caught:
        lottery.read_pool("id,age\na,young\n,old\na,old\nd,\ne,middle\n", quotas)
    assert [(fault.code, fault.line) for fault in caught.value.faults] == [
        ("blank-id", 3),
        ("id-twice", 4),
        ("blank-cell", 5),
        ("no-quota-for", 6),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "feature,value,min,max",
        "Category,Feature,MIN,Max",
        "category,name,min,max,min_flex,max_flex",
    ],
)
def test_headers_of_the_field_are_known(header: str) -> None:
    more = ",0,5" if "flex" in header else ""
    assert lottery.read_quotas(f"{header}\nage,old,1.0,2{more}\n")[0].most == 2


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_usual_delimiter_is_known_by_its_headers(mark: str) -> None:
    quotas = lottery.read_quotas(QUOTAS.replace(",", mark))
    assert quotas == lottery.read_quotas(QUOTAS)
    people = PEOPLE.replace(",", mark)
    assert lottery.read_pool(people, quotas) == lottery.read_pool(PEOPLE, quotas)


def test_case_spaces_and_dashes_make_no_difference() -> None:
    quotas = lottery.read_quotas(
        " Category ;Feature; MIN;max;Min_Flex;MAX FLEX\nAge Group;18–29;1;2;0;3\n"  # noqa: RUF001
        "age_group; 30+ ;1;2;1;\n"
    )
    assert [(q.category, q.value, q.lowest, q.highest) for q in quotas] == [
        ("Age Group", "18–29", 0, 3),  # noqa: RUF001
        ("Age Group", "30+", 1, None),
    ]
    pool = lottery.read_pool("Unique_ID,AGE group\na, 18-29\nb,30+\nc,30+ \n", quotas)
    assert {p.id: p.values["Age Group"] for p in pool.people} == {
        "a": "18–29",  # noqa: RUF001
        "b": "30+",
        "c": "30+",
    }


def test_people_without_ids_are_named_by_their_line_when_that_is_asked_for() -> None:
    quotas = lottery.read_quotas(QUOTAS)
    people = "age\nyoung\n\nold\nold\n"
    with pytest.raises(BadInput, match="no-ids"):
        lottery.read_pool(people, quotas)
    pool = lottery.read_pool(people, quotas, numbered=True)
    assert [person.id for person in pool.people] == ["2", "4", "5"]


def test_cells_beyond_the_headers_and_headers_twice_are_faults() -> None:
    quotas = lottery.read_quotas(QUOTAS)
    with pytest.raises(lottery.Faults) as caught:
        lottery.read_pool("id,age,home\na,old,12, High St\nb,young,,\n", quotas)
    assert [(fault.code, fault.line) for fault in caught.value.faults] == [("too-many-cells", 2)]
    with pytest.raises(lottery.Faults) as caught:
        lottery.read_pool("id,age,Age\na,old,young\n", quotas)
    assert caught.value.faults[0].code == "column-twice"


def test_a_quote_left_open_is_told_with_the_line_where_it_opens() -> None:
    with pytest.raises(BadInput) as caught:
        lottery.read_quotas('category,feature,min,max\nage,young,1,2\nage,"old,1,2\nage,x,1,2\n')
    assert (caught.value.code, caught.value.line) == ("not-csv", 3)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='idage,"\n\r ;0123.-x\0', max_size=80))
def test_no_text_makes_the_readers_fall(noise: str) -> None:
    for read in (lottery.read_quotas, lambda t: lottery.read_pool(t, lottery.read_quotas(QUOTAS))):
        for text in (noise, QUOTAS + noise, PEOPLE + noise):
            try:
                read(text)
            except BadInput:
                continue


def test_quotas_that_clash_are_named_with_the_least_change() -> None:
    quotas = lottery.read_quotas(QUOTAS.replace("young,1,2", "young,2,2"))
    pool = lottery.read_pool(PEOPLE, quotas)
    with pytest.raises(NotFeasible):
        lottery.fair_lottery(pool, quotas, 3)
    change = lottery.smallest_changes(pool, quotas, 3)[0]
    assert [(one.quota.value, one.least) for one in change] == [("young", 1)]
    assert {quota.value for quota in lottery.conflict(pool, quotas, 3).quotas} == {"young"}


def test_whoever_stays_is_counted_when_seats_are_filled_again() -> None:
    quotas = lottery.read_quotas(QUOTAS)
    pool = lottery.read_pool(PEOPLE, quotas, household="home")
    rest = lottery.vacancy(pool, quotas, 2, stay={"a"}, left={"c"})
    assert [person.id for person in rest.pool.people] == ["d"]
    again = lottery.fair_lottery(rest.pool, rest.quotas, rest.seats)
    assert float(again.chances["d"]) == 1


def test_reserves_stand_by_for_those_who_are_likely_to_leave() -> None:
    quotas = [lottery.Quota("age", "old", 2, 2), lottery.Quota("age", "young", 2, 2)]
    ages = {f"p{i}": "old" if i % 2 else "young" for i in range(12)}
    pool = lottery.Pool.of(lottery.Person(p, {"age": age}) for p, age in ages.items())
    leaving = {("age", "young"): 0.6}
    found = lottery.reserves(pool, quotas, {"p0", "p1", "p2", "p3"}, 2, leaving=leaving, usual=0.0)
    assert [ages[p] for p in found.people] == ["young", "young"]
    assert found.expected == 0 < found.without


def test_each_number_is_drawn_about_as_often() -> None:
    counts = Counter(lottery.drawn_by_seed([str(i).encode()], 10) for i in range(2000))
    assert len(counts) == 10
    assert all(140 < n < 265 for n in counts.values())


def test_a_promise_binds() -> None:
    assert lottery.keeps_promise(b"rain", lottery.commitment(b"rain").upper())
    assert not lottery.keeps_promise(b"snow", lottery.commitment(b"rain"))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=8), st.data())
def test_tracks_give_equal_shares_and_nobody_sits_twice_at_once(
    lengths: list[int], data: st.DataObject
) -> None:
    tracks = [length for length in lengths if length]
    people = data.draw(st.integers(max(1, len(tracks)), 12))
    units = [(i,) for i in range(people)]
    found = stretches(units, tracks)
    share = sum(tracks) // people
    for unit in units:
        own = sorted((s.start, s.end) for s in found if s.unit == unit)
        assert sum(end - start for start, end in own) in (share, share + 1)
        assert all(a[1] <= b[0] for a, b in zip(own, own[1:], strict=False))


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=12))
def test_colours_are_fair_at_types_and_single_at_lots(lots: list[list[int]]) -> None:
    edges = [(lot, kind) for lot, kinds in enumerate(lots) for kind in kinds]
    colours = equitable(edges, 4)
    assert (
        max(Counter(zip((lot for lot, _ in edges), colours, strict=True)).values(), default=0) < 2
    )
    for kind in range(4):
        own = Counter(c for (_, k), c in zip(edges, colours, strict=True) if k == kind)
        counts = [own[c] for c in range(4)]
        assert max(counts) - min(counts) <= 1


@pytest.mark.slow
def test_reserves_and_replacements_keep_the_balance_better_than_whoever_is_closest() -> None:
    folder = shared("lottery/like_mass_24")
    quotas = lottery.read_quotas((folder / "categories.csv").read_text())
    pool = lottery.read_pool((folder / "respondents.csv").read_text(), quotas)
    by = compare_reserves(pool, quotas, 24, 4)
    assert by.ours < 0.85 * by.closest < by.nobody
    again = compare_replacements(pool, quotas, 24, times=6)
    assert again.ours < 0.5 * again.closest < again.nobody


def test_sums_run_on_one_thread_by_whatever_door_one_comes_in() -> None:
    alone = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    asked = (
        "import gyda, os, sys; print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    )
    said = subprocess.run([sys.executable, "-c", asked], env=alone, capture_output=True, check=True)
    assert said.stdout.split() == [b"False", b"1"]
