"""The world of the whole-site tests, made once for each file of tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import logging
import os
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.browser import MISSING, QUIET, chromium
from tests.visitors import Visitor, visitors
from tests.world import World, a_world


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the world needs the database."""
    for item in items:
        if "world" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world; whatever a test does to it is undone."""
    # A crawl meets what it may not have; the server's log of that is no news.
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True  # as Django's TestCase does, for blocks that must be outermost
        outer.__enter__()
        try:
            yield a_world()
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)


@pytest.fixture(scope="module")
def everyone(world: World) -> dict[str, Visitor]:
    """The cast, signed in."""
    return visitors(world)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The machine's own Chromium; said aloud where there is none, and a failure in CI."""
    if not chromium():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    return {"executable_path": chromium(), "args": QUIET}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not chromium():
        terminalreporter.write_line(MISSING, red=True, bold=True)
