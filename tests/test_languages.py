"""No English on a Welsh page and no Welsh on an English one, but in a person's own words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator

import pytest
from django.http import HttpResponse

from tests.addresses import LANGUAGES
from tests.filled import empty, rubbish
from tests.markup import Page
from tests.samples import visits
from tests.visitors import Visitor, outcome
from tests.vocabulary import vocabulary, words, words_of_the_world
from tests.world import World

pytestmark = pytest.mark.slow
READERS = ("nobody", "bryn", "gwen/bryn", "carys", "alys")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def known(world: World, language: str) -> frozenset[str]:
    """The words that may stand on a page in the language."""
    return vocabulary(language) | words_of_the_world(language)


def _pages(
    world: World, everyone: dict[str, Visitor], language: str
) -> Iterator[tuple[str, str, Visitor, HttpResponse]]:
    """Yield each page that someone sees: its name, its path, the reader and the answer."""
    for visit in visits(world):
        for name in READERS:
            path = visit.path(language)
            response = everyone[name].get(path)
            if outcome(response) == "200" and "html" in response.get("Content-Type", ""):
                yield f"{visit.name} ({name})", path, everyone[name], response


def foreign_words(html: str, language: str, known: frozenset[str]) -> Iterator[str]:
    """Yield every word that the page gives out to be in its language, and that is not."""
    for said in Page(html).said:
        if said.lang != language:
            continue
        strange = [word for word in words(said.text) if word not in known]
        if strange:
            yield f"{', '.join(strange)} in <{said.where}> {said.text[:90]!r}"


class Complaints:
    """What was found, each once, with the pages where it stands."""

    def __init__(self, language: str, known: frozenset[str]) -> None:
        self.language, self.known = language, known
        self.pages: dict[str, list[str]] = {}

    def look(self, name: str, response: HttpResponse, typed: Iterable[object] = ()) -> None:
        known = self.known | set(words(" ".join(map(str, typed))))
        for found in foreign_words(response.content.decode(), self.language, known):
            self.pages.setdefault(found, []).append(name)

    def __str__(self) -> str:
        lines = (
            f"{found}: {names[0]} and {len(names) - 1} more" for found, names in self.pages.items()
        )
        return "\n" + "\n".join(sorted(lines))


def test_every_page_is_in_its_language(
    world: World, everyone: dict[str, Visitor], language: str, known: frozenset[str]
) -> None:
    complaints = Complaints(language, known)
    for name, _, _, response in _pages(world, everyone, language):
        complaints.look(name, response)
    assert not complaints.pages, str(complaints)


def test_every_page_says_which_language_it_is_in(
    world: World, everyone: dict[str, Visitor], language: str
) -> None:
    wrong = [
        name
        for name, path, _, response in _pages(world, everyone, language)
        if path.startswith(f"/{language}/")
        and f'lang="{language}"' not in response.content.decode()[:300]
    ]
    assert wrong == []


def test_every_mistake_is_told_in_the_language_of_the_page(
    world: World, everyone: dict[str, Visitor], language: str, known: frozenset[str]
) -> None:
    complaints = Complaints(language, known)
    for name, path, visitor, response in _pages(world, everyone, language):
        for form in Page(response.content.decode()).writing_forms:
            for typed in (empty(form), rubbish(form)):
                answer = visitor.post(form.action or path, typed)
                if outcome(answer) == "200":
                    complaints.look(f"{name}, posted", answer, typed.values())
    assert not complaints.pages, str(complaints)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="cy"><p>Save your changes</p>', True),
        ('<html lang="cy"><p lang="en">Save your changes</p>', False),
        ('<html lang="cy"><img alt="the picture">', True),
        ('<html lang="cy"><input type="submit" value="Send">', True),
        ('<html lang="cy"><p>Rhowch</p>', False),
    ],
)
def test_the_crawl_can_see(html: str, found: bool) -> None:
    assert bool(list(foreign_words(html, "cy", frozenset({"rhowch"})))) is found
