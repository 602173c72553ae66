"""Reads every page of the site once, as those see it who see something of their own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.markup import FormFound, Page
from tests.samples import Visit, visits
from tests.visitors import Visitor, outcome
from tests.world import World

READERS = ("nobody", "bryn", "alys")
ACTING = "gwen/bryn"  # the banner is the same on every page
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@dataclass(frozen=True)
class Seen:
    """A page as someone sees it."""

    name: str
    path: str
    visitor: Visitor
    html: str
    page: Page

    @property
    def forms(self) -> Iterator[tuple[str, FormFound]]:
        """The forms that write, each with where it goes."""
        for form in self.page.writing_forms:
            yield form.action or self.path, form


def crawl(world: World, everyone: dict[str, Visitor], language: str) -> list[Seen]:
    """Return every page in a language, without those that look alike to two readers."""
    found: dict[tuple[str, str], Seen] = {}
    for visit in visits(world):
        readers = (*READERS, ACTING) if visit.address.name == "hub:home" else READERS
        for name in readers:
            seen = _look(visit, everyone[name], language)
            if seen:
                found.setdefault((visit.name, TOKEN.sub("", seen.html)), seen)
    return list(found.values())


def _look(visit: Visit, visitor: Visitor, language: str) -> Seen | None:
    path = visit.path(language)
    response = visitor.get(path)
    if outcome(response) != "200" or "html" not in response.get("Content-Type", ""):
        return None
    html = response.content.decode()
    return Seen(f"{visit.name} ({visitor.name})", path, visitor, html, Page(html))


def forms_of(seen: list[Seen]) -> Iterator[tuple[Seen, str, FormFound]]:
    """Yield each form once: the same one on many pages (signing out) is looked at once."""
    known: set[tuple[str, tuple[str, ...]]] = set()
    for one in seen:
        for path, form in one.forms:
            key = (path, tuple(field.name for field in form.fields))
            if key not in known:
                known.add(key)
                yield one, path, form
