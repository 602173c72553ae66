"""Every page, in both languages, in a real browser: WCAG 2.2 AA, 320 px, focus, dark, silence."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pytest
from django.http import HttpResponse
from playwright.sync_api import Browser

from tests.addresses import LANGUAGES, Address, addresses
from tests.browser import Reader, a_reader
from tests.filled import empty, rubbish, typed_in
from tests.looks import at_phone_width, in_the_dark, in_the_light
from tests.markup import Page
from tests.samples import Visit, samples_of
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.browser
EAGER = (
    "alys",
    "carys",
    "bryn",
    "gwen/bryn",
    "dafydd",
)  # the first who sees a page looks at it for all


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Reader]:
    """One page of one browser for all."""
    found = a_reader(browser, reduced_motion="reduce", color_scheme="light")
    yield found
    found.page.context.close()


@dataclass(frozen=True)
class Look:
    """Someone who sees a page, and the page."""

    visitor: Visitor
    response: HttpResponse

    @property
    def is_page(self) -> bool:
        is_html = "html" in self.response.get("Content-Type", "")
        return outcome(self.response) == "200" and is_html


def _looks(path: str, language: str, everyone: dict[str, Visitor]) -> Iterator[Look]:
    """Yield who looks at a page: the first member who sees it; in Welsh also whoever comes by."""
    members = _seen(path, (everyone[name] for name in EAGER))
    found = list(islice(members, 1))
    if not found or language == "cy":
        found += _seen(path, [everyone["nobody"]])
    yield from found


def _seen(path: str, visitors: Iterable[Visitor]) -> Iterator[Look]:
    looks = (Look(visitor, visitor.get(path)) for visitor in visitors)
    return (look for look in looks if look.is_page)


def _problems(reader: Reader, language: str) -> Iterator[str]:
    """Hold a page to every rule once a language: in Welsh in the light, in English in the dark."""
    yield from at_phone_width(reader.page)
    yield from (in_the_light if language == "cy" else in_the_dark)(reader.page)
    yield from reader.complaints


def _visits(address: Address, world: World) -> Iterator[Visit]:
    for what, arguments in samples_of(address, world).items():
        yield Visit(address, what, arguments, world.hub.slug)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)
def test_everyone_can_use(
    address: Address, language: str, world: World, everyone: dict[str, Visitor], reader: Reader
) -> None:
    problems = []
    for visit in _visits(address, world):
        for look in _looks(visit.path(language), language, everyone):
            reader.visitor = look.visitor
            reader.open(visit.path(language), look.response)
            found = _problems(reader, language)
            problems += [f"{visit.name} ({look.visitor.name}): {problem}" for problem in found]
    assert not problems, "\n" + "\n".join(problems)


@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)
def test_everyone_can_mend_a_mistake(
    address: Address, world: World, everyone: dict[str, Visitor], reader: Reader
) -> None:
    """The page that answers an empty form is looked at as well."""
    problems = []
    for visit in _visits(address, world):
        path = visit.path("cy")
        for look in islice(_looks(path, "cy", everyone), 1):
            reader.visitor = look.visitor
            for answer in _answers(look, path):
                reader.open(path, answer)
                problems += [f"{visit.name}: {problem}" for problem in _problems(reader, "cy")]
    assert not problems, "\n" + "\n".join(problems)


def _answers(look: Look, path: str) -> Iterator[HttpResponse]:
    """Yield what the forms of a page answer when they are sent empty, with mistakes to mend."""
    for form in Page(look.response.content.decode()).writing_forms:
        if typed_in(form, rubbish(form)):
            answer = look.visitor.post(form.action or path, empty(form))
            if outcome(answer) == "200":
                yield answer


def test_a_look_sees_what_is_wrong(reader: Reader) -> None:
    wide = '<html lang="cy"><title>T</title><main><h1>H</h1><input style="width: 900px"></main>'
    reader.open("/cy/", HttpResponse(wide))
    problems = "\n".join(_problems(reader, "cy"))
    assert "label: Form elements must have labels" in problems
    assert "scrolls sideways" in problems
