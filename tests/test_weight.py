"""Weight over the wire, compressed as in production: a first visit 100 kB, later pages 15 kB."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse

from gyda.site.growth import Size, grow
from tests.markup import Page
from tests.samples import visits
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.slow
FIRST_VISIT = 100_000
LATER_PAGE = 15_000
READERS = ("nobody", "bryn", "carys", "alys")
STATIC_HEADERS = 400  # what WhiteNoise says with each file
INSIDE = re.compile(r"""(?:url\(|from|import)\s*["']?([^"')\s;]+)""")
ELSEWHERE = re.compile(r"""(?:url|fetch|import)\(\s*["']?(?:https?:)?//[^)]+""")
PACKED_ALREADY = {".woff2", ".png", ".jpg", ".webp"}


@pytest.fixture(scope="module", autouse=True)
def _full_lists(world: World) -> None:
    """Lists are as long as they get."""
    grow(world.hub, Size(members=60, transfers=400))


def on_the_wire(response: HttpResponse) -> int:
    """Return the bytes of an answer with its headers."""
    headers = "".join(f"{name}: {value}\r\n" for name, value in response.items())
    return len(response.content) + len(headers) + len("HTTP/1.1 200 OK\r\n\r\n")


@cache
def weight_of(asset: str) -> int:
    """Return the bytes of a static file as WhiteNoise sends it."""
    path = Path(str(finders.find(asset.removeprefix(settings.STATIC_URL))))
    raw = path.read_bytes()
    packed = raw if path.suffix in PACKED_ALREADY else brotli.compress(raw)
    return len(packed) + STATIC_HEADERS


@cache
def with_what_it_asks_for(asset: str) -> frozenset[str]:
    """Return a static file and all that it names: typefaces, modules of a script."""
    name = asset.removeprefix(settings.STATIC_URL)
    path = Path(str(finders.find(name)))
    found = {asset}
    if path.suffix in {".css", ".js", ".mjs"}:
        for other in INSIDE.findall(path.read_text(encoding="utf-8")):
            target = (path.parent / urlsplit(other).path).resolve()
            if not other.startswith(("data:", "http", "#")) and target.is_file():
                inside = Path(name).parent / urlsplit(other).path
                found |= with_what_it_asks_for(f"{settings.STATIC_URL}{_plain(inside)}")
    return frozenset(found)


def _plain(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def assets_of(html: str) -> frozenset[str]:
    """Return every static file that a page brings with it."""
    static = [urlsplit(a).path for a in Page(html).assets if a.startswith(settings.STATIC_URL)]
    return frozenset(found for asset in static for found in with_what_it_asks_for(asset))


def _pages(world: World, everyone: dict[str, Visitor]) -> dict[str, tuple[int, frozenset[str]]]:
    """Return, for each page that someone sees, its own bytes and its static files."""
    found = {}
    for visit in visits(world):
        for name in READERS:
            response = everyone[name].get(visit.path("cy"), headers={"accept-encoding": "gzip"})
            if outcome(response) == "200" and "html" in response["Content-Type"]:
                packed = response.get("Content-Encoding") == "gzip"
                html = gzip.decompress(response.content) if packed else response.content
                key = f"{visit.name} ({name})"
                found[key] = (on_the_wire(response), assets_of(html.decode()))
    return found


@pytest.fixture(scope="module")
def pages(world: World, everyone: dict[str, Visitor]) -> dict[str, tuple[int, frozenset[str]]]:
    """Every page and its weight."""
    return _pages(world, everyone)


def test_the_front_end_is_built() -> None:
    assert finders.find("built"), "run `python -m gyda.web.build`"


def test_a_first_visit_is_light(pages: dict[str, tuple[int, frozenset[str]]]) -> None:
    heavy = {
        name: total
        for name, (own, assets) in pages.items()
        if (total := own + sum(map(weight_of, assets))) > FIRST_VISIT
    }
    assert heavy == {}


def test_a_later_page_is_very_light(pages: dict[str, tuple[int, frozenset[str]]]) -> None:
    everywhere = frozenset.intersection(*(assets for _, assets in pages.values()))
    heavy = {
        name: total
        for name, (own, assets) in pages.items()
        if (total := own + sum(map(weight_of, assets - everywhere))) > LATER_PAGE
    }
    assert heavy == {}


def test_no_style_sheet_or_script_asks_anyone_else(
    pages: dict[str, tuple[int, frozenset[str]]],
) -> None:
    assets = frozenset().union(*(assets for _, assets in pages.values()))
    asking = []
    for asset in assets:
        path = Path(str(finders.find(asset.removeprefix(settings.STATIC_URL))))
        if path.suffix in {".css", ".js", ".mjs"}:
            found = ELSEWHERE.findall(path.read_text(encoding="utf-8"))
            asking += [f"{asset}: {address}" for address in found]
    assert asking == []
