"""How many SQL queries each page takes: the same at ten times the size; see query_counts.txt."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gyda.keys.context import all_hubs
from gyda.people.models import Member
from gyda.site.growth import Size, grow
from tests.samples import visits
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.slow
TABLE = Path(__file__).with_name("query_counts.txt")
HEAD = """\
# SQL queries per page, all told: session, membership and frame included.
# UPDATE_QUERY_COUNTS=1 pytest tests/test_queries.py writes it anew.
"""
MOST = 12
WHOLE_FILES = {"people:data-file (alys)"}  # a file of all that is held: one query for each table
READERS = ("alys", "carys", "bryn", "nobody")
SMALL, LARGE = Size(members=25, transfers=150), Size(members=225, transfers=1350)

Counts = dict[str, int]


@pytest.fixture(scope="module")
def small(world: World, everyone: dict[str, Visitor]) -> Counts:
    """The counts in a hub of about thirty people."""
    grow(world.hub, SMALL, seed=1)
    counts = _count(world, everyone)
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        TABLE.write_text(_written(counts), encoding="utf-8")
    return counts


@pytest.fixture(scope="module")
def large(world: World, everyone: dict[str, Visitor], small: Counts) -> Counts:
    """The counts once the hub is ten times as large."""
    grow(world.hub, LARGE, seed=2)
    return _count(world, everyone)


def _count(world: World, everyone: dict[str, Visitor]) -> Counts:
    counts = {}
    with all_hubs():  # the day's first visit is noted; every visit here is undone
        Member.objects.update(last_seen_on=timezone.localdate())
    for visit in visits(world):
        for name in READERS:
            everyone[name].get(visit.path())  # what is cached for all is cached
            with CaptureQueriesContext(connection) as captured:
                response = everyone[name].get(visit.path())
            if outcome(response) == "200":
                counts[f"{visit.name} ({name})"] = _statements(captured)
                break
    return counts


def _statements(captured: CaptureQueriesContext) -> int:
    """Count what asks the database; savepoints are the tests' own and each action's."""
    said = [query["sql"].upper() for query in captured.captured_queries]
    return sum("SAVEPOINT" not in sql and not sql.startswith(("BEGIN", "COMMIT")) for sql in said)


def _written(counts: Counts) -> str:
    lines = (f"{number:3}  {name}" for name, number in counts.items())
    return HEAD + "\n".join(lines) + "\n"


def _read() -> Counts:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if not line.startswith("#"))
    return {name: int(number) for number, name in pairs}


def test_a_page_takes_the_same_number_of_queries_at_any_size(small: Counts, large: Counts) -> None:
    grown = {name: (n, large[name]) for name, n in small.items() if large.get(name, n) > n}
    assert grown == {}


def test_no_page_takes_more_than_twelve_queries(large: Counts) -> None:
    heavy = {name: number for name, number in large.items() if number > MOST}
    assert heavy.keys() - WHOLE_FILES == set(), heavy


def test_the_table_says_what_the_pages_take(small: Counts) -> None:
    stored = _read()
    assert {n: c for n, c in small.items() if stored.get(n) != c} == {}, "see UPDATE_QUERY_COUNTS"
    assert sorted(stored.keys() - small.keys()) == []
