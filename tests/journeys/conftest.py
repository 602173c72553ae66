"""People at their browsers, before a real server; whatever a browser complains of fails a test."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

import tests.browser  # noqa: F401  lets the ORM work beside Playwright
from gyda.people.models import Member
from tests.journeys.hands import PATIENCE, Someone

PHONE = {"width": 390, "height": 844}


class Bring(Protocol):
    """Brings someone to a browser: `bring(beti, language="cy", js=False, width=320)`."""

    def __call__(
        self,
        member: Member | None = None,
        *,
        language: str = "en",
        js: bool = True,
        width: int = 390,
        keyboard: bool = False,
        **context: Any,
    ) -> Someone: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey needs a browser, and a database that the server's threads can see."""
    for item in items:
        if "journeys" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def bring(browser: Browser, live_server: Any) -> Iterator[Callable[..., Someone]]:
    """Bring people to browsers of their own; at the end nobody may have complained."""
    here: list[Someone] = []

    def someone(
        member: Member | None = None,
        *,
        language: str = "en",
        js: bool = True,
        width: int = 390,
        keyboard: bool = False,
        **context: Any,
    ) -> Someone:
        page = browser.new_context(
            java_script_enabled=js, viewport=PHONE | {"width": width}, **context
        ).new_page()
        page.set_default_timeout(PATIENCE)
        site = live_server.url.replace("127.0.0.1", "localhost")
        person = Someone(page, site, language, keyboard)
        here.append(person)
        if member is not None:
            sign_in_as(person, member)
        return person

    yield someone
    for person in here:
        person.page.context.close()
    assert [complaint for person in here for complaint in person.complaints] == []


def sign_in_as(person: Someone, member: Member) -> None:
    """Give the browser the session of a member; journeys of signing in do it by hand."""
    client = Client()
    client.force_login(member.person, backend=settings.AUTHENTICATION_BACKENDS[0])
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    person.page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": person.site}]
    )
