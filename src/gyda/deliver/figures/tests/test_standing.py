"""The lists of people behind the figures are kept with the count, and change with it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.test import Client
from django.utils import timezone

from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.models import Standing
from gyda.deliver.figures.queries import who
from gyda.deliver.figures.spans import later, month_of
from gyda.deliver.figures.tests.builders import gave, neighbours, taken_back
from gyda.deliver.figures.tests.test_pages import ago, page
from gyda.people.data import registered
from gyda.people.models import Member
from gyda.people.tests.builders import Cast
from gyda.web.links import hub_path

HERE = month_of(timezone.now())


@pytest.fixture
def people(cast: Cast) -> list[Member]:
    return neighbours(cast.hub, 4)


def counted(cast: Cast) -> None:
    fold(hub_id=cast.hub.id, now=timezone.now(), whole=True)


def behind(address: str) -> set[Member]:
    found = who.people(address)
    assert found is not None
    return set(found)


def test_a_list_is_as_it_was_counted_and_follows_the_next_count(
    cast: Cast, people: list[Member]
) -> None:
    gave(people[0], people[1], ago(0, 1))
    counted(cast)
    assert behind("partners-1") == set(people[:2])
    assert behind("only-gave") == {people[0]}
    gave(people[1], people[2], ago(0, 1))
    assert behind("partners-1") == set(people[:2])
    counted(cast)
    assert behind("partners-1") == {people[0], people[2]}
    assert behind("partners-2") == behind("both") == {people[1]}
    assert people[3] in behind("quiet-never")


def test_who_was_active_in_a_month_by_mistake_leaves_its_list(
    cast: Cast, people: list[Member]
) -> None:
    gave(people[2], people[3], ago(1))
    wrong = gave(people[0], people[1], ago(0, 1))
    counted(cast)
    assert set(who.active_in(HERE)) == set(people[:2])
    taken_back(wrong, ago(0, 1))
    counted(cast)
    assert set(who.active_in(HERE)) == set()
    assert set(who.active_in(later(HERE, -1))) == set(people[2:])


def test_a_month_of_five_years_ago_does_not_pass_for_this_one(
    cast: Cast, people: list[Member]
) -> None:
    gave(people[0], people[1], ago(60))
    gave(people[2], people[3], ago(59))
    counted(cast)
    assert set(who.active_in(HERE)) == set()
    assert set(who.active_in(later(HERE, -59))) == set(people[2:])


def test_a_hub_that_was_counted_before_there_were_lists_gets_them(
    cast: Cast, people: list[Member]
) -> None:
    gave(people[0], people[1], ago(3))
    counted(cast)
    Standing.objects.all().delete()
    fold(hub_id=cast.hub.id, now=timezone.now())
    assert set(who.active_in(later(HERE, -3))) == set(people[:2])
    assert behind("only-received") == {people[1]}


@pytest.mark.parametrize("months", [1, -60])
def test_months_to_come_and_of_long_ago_have_no_list(cast: Cast, months: int) -> None:
    client = Client()
    client.force_login(cast.carys.present_person)
    path = hub_path(cast.hub.slug, "deliver:figure_active", f"{later(HERE, months):%Y-%m}")
    assert client.get(path).status_code == 404


def test_a_kind_of_help_is_read_month_by_month(cast: Cast, people: list[Member]) -> None:
    gave(people[0], people[1], ago(1), 45)
    gave(people[0], people[1], ago(4), 75)
    counted(cast)
    newest = page(cast, cast.carys, "figure_kind", "none")
    assert "45\xa0min" in newest
    assert "1\xa0h 15\xa0min" not in newest
    asked = f"?month={ago(4):%Y-%m}"
    assert asked in newest
    client = Client()
    client.force_login(cast.carys.present_person)
    older = client.get(hub_path(cast.hub.slug, "deliver:figure_kind", "none") + asked)
    assert "15\xa0mun" in older.content.decode() or "15\xa0min" in older.content.decode()


def test_people_see_what_is_kept_of_them_in_words(cast: Cast, people: list[Member]) -> None:
    gave(people[0], people[1], ago(1))
    counted(cast)
    (row,) = registered()[Standing].export(people[0])
    assert row["active_in"] == f"{ago(1):%Y-%m}"
    assert row["took_part"]
    assert row["partners"]
