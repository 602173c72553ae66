"""Security headers, and a content security policy that no page breaks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from urllib.parse import urlsplit

from tests.markup import Page
from tests.samples import visits
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


def test_every_page_has_its_headers(world: World, everyone: dict[str, Visitor]) -> None:
    wrong = []
    for visit in visits(world):
        for name in ("nobody", "alys"):
            response = everyone[name].get(visit.path())
            missing = {k: v for k, v in EXPECTED.items() if response.get(k) != v}
            policy = response.get("Content-Security-Policy", "")
            if missing or any(part not in policy for part in POLICY):
                wrong.append(f"{visit.name}: {missing} {policy}")
            if any(word in policy.split() for word in LOOSE):
                wrong.append(f"{visit.name}: loose policy {policy}")
    assert wrong == []


def test_no_page_breaks_the_policy(world: World, everyone: dict[str, Visitor]) -> None:
    wrong = []
    for visit in visits(world):
        for name in ("nobody", "bryn", "alys"):
            response = everyone[name].get(visit.path())
            if outcome(response) == "200" and "html" in response["Content-Type"]:
                page = Page(response.content.decode())
                wrong += [f"{visit.name}: {found}" for found in page.policy_breaks]
                wrong += [
                    f"{visit.name}: {asset}" for asset in page.assets if urlsplit(asset).netloc
                ]
    assert wrong == []


def test_what_a_member_sees_is_kept_in_no_shared_cache(
    world: World, everyone: dict[str, Visitor]
) -> None:
    public = [
        visit.name
        for visit in visits(world)
        if visit.address.is_in_hub
        and "private" not in (header := everyone["alys"].get(visit.path()).get("Cache-Control", ""))
        and "no-store" not in header
        and "Cookie" not in everyone["alys"].get(visit.path()).get("Vary", "")
    ]
    assert public == []
