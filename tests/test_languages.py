"""No English on a Welsh page and no Welsh on an English one, but in a person's own words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator

import pytest

from tests.addresses import LANGUAGES
from tests.crawl import Seen, crawl, forms_of
from tests.filled import empty, rubbish
from tests.markup import Page
from tests.visitors import Visitor, outcome
from tests.vocabulary import vocabulary, words, words_of_the_world
from tests.world import World

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def seen(world: World, everyone: dict[str, Visitor], language: str) -> list[Seen]:
    """Every page in the language."""
    return crawl(world, everyone, language)


@pytest.fixture(scope="module")
def known(world: World, language: str) -> frozenset[str]:
    """The words that may stand on a page in the language."""
    return vocabulary(language) | words_of_the_world(language)


def foreign_words(page: Page, language: str, known: Iterable[str]) -> Iterator[str]:
    """Yield every word that the page gives out to be in its language, and that is not."""
    own = {word for said in page.said if said.lang != language for word in words(said.text)}
    for said in page.said:
        if said.lang != language:
            continue
        # A title cannot be marked with a language: it may say what the page says, marked.
        allowed = own if said.where == "title" else ()
        strange = [word for word in words(said.text) if word not in known and word not in allowed]
        if strange:
            yield f"{', '.join(strange)} in <{said.where}> {said.text[:90]!r}"


class Complaints:
    """What was found, each once, with the pages where it stands."""

    def __init__(self, language: str, known: frozenset[str]) -> None:
        self.language, self.known = language, known
        self.pages: dict[str, list[str]] = {}

    def look(self, name: str, page: Page, typed: Iterable[object] = ()) -> None:
        known = self.known | set(words(" ".join(map(str, typed))))
        for found in foreign_words(page, self.language, known):
            self.pages.setdefault(found, []).append(name)

    def __str__(self) -> str:
        lines = (
            f"{found}: {names[0]} and {len(names) - 1} more" for found, names in self.pages.items()
        )
        return "\n" + "\n".join(sorted(lines))


def test_every_page_is_in_its_language(
    seen: list[Seen], language: str, known: frozenset[str]
) -> None:
    complaints = Complaints(language, known)
    for one in seen:
        complaints.look(one.name, one.page)
    assert not complaints.pages, str(complaints)


def test_every_page_says_which_language_it_is_in(seen: list[Seen], language: str) -> None:
    wrong = [
        one.name
        for one in seen
        if one.path.startswith(f"/{language}/") and f'lang="{language}"' not in one.html[:300]
    ]
    assert wrong == []


def test_every_mistake_is_told_in_the_language_of_the_page(
    seen: list[Seen], language: str, known: frozenset[str]
) -> None:
    complaints = Complaints(language, known)
    for one, path, form in forms_of(seen):
        for typed in (empty(form), rubbish(form)):
            answer = one.visitor.post(path, typed)
            if outcome(answer) == "200" and "html" in answer["Content-Type"]:
                page = Page(answer.content.decode())
                complaints.look(f"{one.name}, posted", page, typed.values())
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
    assert bool(list(foreign_words(Page(html), "cy", {"rhowch"}))) is found
