"""Every page, in both languages, in a real browser: WCAG 2.2 AA, 320 px, focus, dark, silence."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
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


def _readers(path: str, language: str, everyone: dict[str, Visitor]) -> Iterator[Visitor]:
    """Yield who looks at a page: the first member who sees it; in Welsh also whoever comes by."""
    members = [everyone[name] for name in EAGER]
    found = list(islice((one for one in members if _sees(one, path)), 1))
    if not found or language == "cy":
        found += [one for one in [everyone["nobody"]] if _sees(one, path)]
    yield from found


def _sees(visitor: Visitor, path: str) -> bool:
    response = visitor.get(path)
    return outcome(response) == "200" and "html" in response.get("Content-Type", "")


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
        for visitor in _readers(visit.path(language), language, everyone):
            reader.visitor = visitor
            reader.open(visit.path(language))
            found = _problems(reader, language)
            problems += [f"{visit.name} ({visitor.name}): {problem}" for problem in found]
    assert not problems, "\n" + "\n".join(problems)


@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)
def test_everyone_can_mend_a_mistake(
    address: Address, world: World, everyone: dict[str, Visitor], reader: Reader
) -> None:
    """The page that answers an empty form is looked at as well."""
    problems = []
    for visit in _visits(address, world):
        path = visit.path("cy")
        for reader.visitor in islice(_readers(path, "cy", everyone), 1):
            for answer in _answers(reader.visitor, path):
                reader.open(path, answer)
                problems += [f"{visit.name}: {problem}" for problem in _problems(reader, "cy")]
    assert not problems, "\n" + "\n".join(problems)


def _answers(visitor: Visitor, path: str) -> Iterator[HttpResponse]:
    """Yield what the forms of a page answer when they are sent empty, with mistakes to mend."""
    for form in Page(visitor.get(path).content.decode()).writing_forms:
        if typed_in(form, rubbish(form)):
            answer = visitor.post(form.action or path, empty(form))
            if outcome(answer) == "200":
                yield answer
