"""Leafing through a list shows each row once, both ways, whatever the values."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence

import pytest
from django.db.models import Q
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.people.models import Person
from gyda.people.tests.builders import a_person
from gyda.web.paging import Page, page_of

ORDERS = st.sampled_from(["-id", "id", "name", "-name", "-created_at"])


def turn(query: str, size: int, by: str = "-id", among: Sequence[Person] = ()) -> Page[Person]:
    rows = Person.objects.filter(id__in=[row.id for row in among]) if among else Person.objects
    return page_of(rows.all(), RequestFactory().get(f"/{query}"), size, by)


def leaf(first: Page[Person], way: str, turn: Callable[[str], Page[Person]]) -> list[Page[Person]]:
    pages = [first]
    while query := getattr(pages[-1], way):
        pages.append(turn(query))
        assert len(pages) < 100
    return pages


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.lists(st.sampled_from(["Aled", "Beti", "Ŵyn", "~&=?"]), min_size=1, max_size=9),
    size=st.integers(1, 4),
    by=ORDERS,
)
def test_every_row_is_seen_once_in_order_and_back_again(
    db: None, names: list[str], size: int, by: str
) -> None:
    people = [a_person(name) for name in names]
    wanted = turn("", len(people), by, people).rows
    there = leaf(turn("", size, by, people), "older", lambda query: turn(query, size, by, people))
    assert [row for page in there for row in page.rows] == wanted
    assert set(wanted) == set(people)
    back = leaf(there[-1], "newer", lambda query: turn(query, size, by, people))
    assert {row for page in back for row in page.rows} == set(people)
    assert back[-1].rows == there[0].rows


@pytest.mark.parametrize("by", ["name", "-name", "id", "-id"])
def test_a_list_of_either_is_leafed_through_as_the_same_list_by_or(db: None, by: str) -> None:
    people = [a_person(name) for name in ("Aled", "Beti", "Carys") * 4]
    mine = Person.objects.filter(id__in=[one.id for one in people])
    either = (Q(name="Beti"), Q(name__gte="B", name__lt="D"))

    def of_either(query: str) -> Page[Person]:
        return page_of(mine, RequestFactory().get(f"/{query}"), 3, by, either)

    pages = leaf(of_either(""), "older", of_either)
    wanted = mine.filter(either[0] | either[1]).order_by(by, "-id" if by[0] == "-" else "id")
    assert [row for page in pages for row in page.rows] == list(wanted)
    assert len(pages) == 3


@pytest.mark.parametrize("by", ["name", "-name"])
def test_equal_names_are_told_apart_by_age(db: None, by: str) -> None:
    people = [a_person("Aled") for _ in range(3)]
    rows = turn("", 3, by, people).rows
    assert rows == (people if by == "name" else people[::-1])


def test_a_page_costs_one_query_and_no_count(db: None, django_assert_num_queries: object) -> None:
    for _ in range(5):
        a_person("Aled")
    older = turn("", 2).older
    with django_assert_num_queries(1) as queries:  # type: ignore[operator]
        turn(older, 2)
    assert "COUNT" not in queries.captured_queries[0]["sql"]


def test_a_new_row_does_not_push_others_onto_the_next_page(db: None) -> None:
    for _ in range(4):
        a_person("Aled")
    first = turn("", 2)
    a_person("Beti")
    second = turn(first.older, 2)
    assert not {row.pk for row in first.rows} & {row.pk for row in second.rows}


def test_other_parts_of_the_address_are_kept(db: None) -> None:
    for _ in range(3):
        a_person("Aled")
    page = turn("?q=t%C5%B7&after=&tag=a&tag=b", 2)
    assert page.older.startswith("?q=t%C5%B7&tag=a&tag=b&after=")


@pytest.mark.parametrize("query", ["?after=rubbish", "?after=a~b", "?before=~", "?after=%00~%00"])
def test_a_spoilt_address_shows_the_first_page(db: None, query: str) -> None:
    one = a_person("Aled")
    assert turn(query, 2).rows == [one]


def test_a_short_list_has_nothing_to_leaf_through(db: None) -> None:
    a_person("Aled")
    assert turn("", 2).is_only
