"""Security headers, and a content security policy that no page breaks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.http.response import ResponseHeaders

from tests.markup import Page
from tests.samples import Visit, visits
from tests.visitors import Visitor, outcome
from tests.world import World

EXPECTED = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
LOOSE = ("unsafe-inline", "unsafe-eval", "http:", "https:", "*")


@dataclass(frozen=True)
class Got:
    """A page that a reader asked for, and the answer."""

    visit: Visit
    reader: str
    headers: ResponseHeaders
    page: Page | None


@pytest.fixture(scope="module")
def answers(world: World, everyone: dict[str, Visitor]) -> list[Got]:
    """Every page, asked for once by each."""
    found = []
    for visit in visits(world):
        for name in ("nobody", "bryn", "alys"):
            response = everyone[name].get(visit.path())
            is_page = outcome(response) == "200" and "html" in response["Content-Type"]
            page = Page(response.content.decode()) if is_page else None
            found.append(Got(visit, name, response.headers, page))
    return found


def test_every_page_has_its_headers(answers: list[Got]) -> None:
    wrong = []
    for got in answers:
        missing = {k: v for k, v in EXPECTED.items() if got.headers.get(k) != v}
        policy = got.headers.get("Content-Security-Policy", "")
        if missing or any(part not in policy for part in POLICY):
            wrong.append(f"{got.visit.name}: {missing} {policy}")
        if any(word in policy.split() for word in LOOSE):
            wrong.append(f"{got.visit.name}: loose policy {policy}")
    assert wrong == []


def test_no_page_breaks_the_policy(answers: list[Got]) -> None:
    wrong = []
    for got in answers:
        if got.page:
            elsewhere = [asset for asset in got.page.assets if urlsplit(asset).netloc]
            wrong += [f"{got.visit.name}: {found}" for found in got.page.policy_breaks + elsewhere]
    assert wrong == []


def test_what_a_member_sees_is_kept_in_no_shared_cache(answers: list[Got]) -> None:
    public = [
        got.visit.name
        for got in answers
        if got.reader == "alys"
        and got.visit.address.is_in_hub
        and "private" not in (header := got.headers.get("Cache-Control", ""))
        and "no-store" not in header
        and "Cookie" not in got.headers.get("Vary", "")
    ]
    assert public == []
