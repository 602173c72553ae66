"""The main actions and every page, on tables cut up by hub: nothing looks beyond its own hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from gyda.keys.context import all_hubs, in_hub
from gyda.keys.models import HubModel
from tests.partitions import Watch, a_partitioned_database
from tests.samples import visits
from tests.visitors import Visitor, outcome, visitors
from tests.world import World, a_world

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="module")
def cut_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, watch: Watch
) -> Iterator[World]:
    """The world, made by its actions under the watch, on tables cut up by hub."""
    with django_db_blocker.unblock(), a_partitioned_database(), connection.execute_wrapper(watch):
        world = a_world()
        watch.of_actions = dict(watch.complaints)  # the tests may come in any order
        yield world


@pytest.fixture(scope="module")
def everyone_there(cut_world: World) -> dict[str, Visitor]:
    return visitors(cut_world)


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Has pytest-django set a database up, next to which ours is made."""


def test_every_hub_table_is_cut_up(cut_world: World) -> None:
    ours = {m._meta.db_table for m in apps.get_models() if issubclass(m, HubModel)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT partrelid::regclass::text FROM pg_partitioned_table")
        assert {name for (name,) in cursor.fetchall()} == ours


def test_no_action_looks_beyond_its_hub(cut_world: World, watch: Watch) -> None:
    assert watch.of_actions == {}


def test_no_page_looks_beyond_its_hub(
    cut_world: World, everyone_there: dict[str, Visitor], watch: Watch
) -> None:
    watch.complaints.clear()
    broken = []
    for visit in visits(cut_world):
        for name in ("bryn", "alys", "eira"):
            for got in (
                everyone_there[name].get(visit.path()),
                everyone_there[name].post(visit.path()),
            ):
                if outcome(got) == "500":
                    broken.append(f"{visit.name}: {name}")
    assert broken == []
    assert watch.complaints == {}


def test_the_watch_sees_who_looks_beyond(cut_world: World, watch: Watch) -> None:
    watch.complaints.clear()
    with in_hub(cut_world.hub.id), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_member WHERE name = 'Bryn'")
    assert len(watch.complaints) == 1
    watch.complaints.clear()
    with all_hubs(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_member WHERE name = 'Carys'")
    assert watch.complaints == {}


def test_the_watch_sees_what_goes_past_django(cut_world: World, watch: Watch) -> None:
    watch.complaints.clear()
    with in_hub(cut_world.hub.id), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.connection.execute("SELECT count(*) FROM ledger_transfer")
        cursor.execute("SELECT 2")
    assert len(watch.complaints) == 1
    watch.complaints.clear()
