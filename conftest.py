"""What every test may ask for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation

from gyda.keys.context import in_hub
from gyda.people.tests.builders import Cast, a_cast

WHOLE_SITE = Path(__file__).parent / "tests"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose what this engine can show, and begin with the files that take longest."""
    _leave_to_postgres(config, items)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.parent != WHOLE_SITE, item.path not in slow))


def _leave_to_postgres(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run what only PostgreSQL can show on PostgreSQL only: `make test` runs both engines."""
    if connection.vendor == "postgresql":
        return
    others = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]


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
