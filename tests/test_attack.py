"""What a hostile hand sends: whatever it is, the answer is a page, a form or nothing, never a fall."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from urllib.parse import quote

import pytest

from tests.crawl import Seen, crawl, forms_of
from tests.filled import TYPED, empty
from tests.markup import FormFound
from tests.samples import visits
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.slow

CALM = {"200", "go", "in", "404", "405", "400", "403"}
SOME_ID = "01890000-0000-7000-8000-000000000000"
CURSORS = (
    "nonsense",
    f"~{SOME_ID}",
    f"\x00~{SOME_ID}",
    f"{'9' * 400}~{SOME_ID}",
    f"9999-12-31T23:59:59-12:00~{SOME_ID}",
    f"0001-01-01T00:00:00+14:00~{SOME_ID}",
    f"{SOME_ID}~\x00",
)
NASTY = (
    "\x00",
    "\x01\x1b\ufffe",
    "\u202eevil\u2066",
    "9" * 5000,
    "1" + "0" * 18,
    "-1",
    "1e999",
    "²",
    "'; DROP TABLE people_member; --",
    "=HYPERLINK(0)\r\nBcc: x@example.org",
    "<script>alert(1)</script>",
    "x" * 100_000,
    "9999",
    "1",
)


@pytest.fixture(scope="module")
def seen(world: World, everyone: dict[str, Visitor]) -> list[Seen]:
    """Every page."""
    return crawl(world, everyone, "en")


def test_no_query_string_breaks_a_page(world: World, everyone: dict[str, Visitor]) -> None:
    names = ("q", "name", "who", "table", "member", "listing", "supporter", "verb", "next", "other")
    broken = []
    for visit in visits(world):
        for name in ("nobody", "bryn", "alys"):
            for query in _queries(names):
                got = outcome(everyone[name].get(f"{visit.path('en')}?{query}"))
                if got not in CALM:
                    broken.append(f"{visit.name} ({name}) ?{query[:80]}: {got}")
    assert not broken, "\n" + "\n".join(broken)


def _queries(names: tuple[str, ...]) -> list[str]:
    queries = [f"after={quote(cursor)}&before={quote(cursor)}" for cursor in CURSORS]
    for text in ("\x00", "9" * 3000, "\u202e", "%", "1", "1000", "9999"):
        told = "&".join(f"{name}={quote(text)}" for name in names)
        queries.append(f"{told}&day_day=1&day_month=1&day_year={quote(text)}&past={quote(text)}")
    queries.append("verb=&name=&day_day=1&day_month=1&day_year=1900")
    queries.append("verb=&name=&day_day=31&day_month=12&day_year=9999")
    queries.append("verb=&name=&day_day=1&day_month=1&day_year=1000")
    return queries


def test_no_form_breaks_whatever_is_sent(seen: list[Seen]) -> None:
    broken = []
    for one, path, form in forms_of(seen):
        for text in NASTY:
            for data in (_filled(form, text), _filled(form, text, hidden=True)):
                got = outcome(one.visitor.post(path, data))
                if got not in CALM:
                    broken.append(f"{one.name}: {path} answers {got} to {text[:40]!r}")
    assert not broken, "\n" + "\n".join(broken)


def _filled(form: FormFound, text: str, hidden: bool = False) -> dict[str, Any]:
    """Return the form with a text in every box that one types in; days are real but far."""
    data = empty(form)
    for field in form.fields:
        if field.kind in TYPED or (hidden and field.kind == "hidden"):
            data[field.name] = text
        elif field.kind not in {"hidden", "file"}:
            data[field.name] = field.value or text
        if field.name.endswith(("_day", "_month")) and text.isdecimal():
            data[field.name] = "12"
    return data
