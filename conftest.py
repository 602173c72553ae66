"""What every test may ask for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker

from gyda.keys.context import in_hub
from gyda.ledger.engine.sqlite_driver import make_ready
from gyda.people.tests.builders import Cast, a_cast

WHOLE_SITE = Path(__file__).parent / "tests"
PURE = [Path(__file__).parent / "src" / "gyda" / room for room in ("methods", "terminal")]
# What pages say, and to whom, is the same on either; test_partitions opens them all on PostgreSQL.
PAGES = {
    *("access", "docs", "files", "headers", "languages", "queries", "sizes", "templates"),
    "weight",
}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose what this engine can show, and begin with the files that take longest."""
    others = [item for item in items if not _is_for_this_engine(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in set(others)]
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.parent != WHOLE_SITE, item.path not in slow))


def _is_for_this_engine(item: pytest.Item) -> bool:
    """`make test` runs both: each what it alone can show, SQLite also what knows neither."""
    if connection.vendor != "postgresql":
        return not item.get_closest_marker("postgres")
    knows_none = any(item.path.is_relative_to(room) for room in PURE) or (
        item.path.parent == WHOLE_SITE and item.path.stem.removeprefix("test_") in PAGES
    )
    return not (knows_none or item.get_closest_marker("sqlite"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database, where this connection has the ledger's own view before any test begins.

    Made inside a test's transaction it would have SQLite read the whole schema anew after each
    savepoint that is undone, and the whole-site tests undo every request.
    """
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            connection.ensure_connection()
            make_ready(connection, connection.connection)


@pytest.fixture(autouse=True)
def _in_the_first_language() -> None:
    """Forget the language of the page that the test before read last."""
    translation.deactivate()


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """The cast of the house plan, with the running code inside their hub."""
    people = a_cast()
    with in_hub(people.hub.id):
        yield people
