"""The pages on the methods: every example runs, every method has its page, every page its entry."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import doctest
import re
from pathlib import Path

import pytest

from tests import repository

FOLDER = repository.ROOT / "docs" / "methods"
INDEX = FOLDER / "README.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def _pages() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.md") if path != INDEX)


def _blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples read `../shared` and `docs` from the project's folder, as a reader would."""
    monkeypatch.chdir(repository.ROOT)


@pytest.mark.parametrize("path", _pages(), ids=lambda path: path.stem)
def test_the_examples_of_the_page_run(path: Path) -> None:
    """All blocks of a page are one session, from top to bottom."""
    session = "\n".join(_blocks(path))
    test = doctest.DocTestParser().get_doctest(session, {}, path.name, str(path), 0)
    assert test.examples, "a page without an example shows nothing"
    said: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=said.append)
    assert not failed, "".join(said)


@pytest.mark.parametrize("path", _pages(), ids=lambda path: path.stem)
def test_the_page_stands_in_the_index(path: Path) -> None:
    assert f"({path.name})" in INDEX.read_text(encoding="utf-8")


def test_the_index_names_no_page_that_is_not_there() -> None:
    named = re.findall(r"\((\w[\w-]*\.md)\)", INDEX.read_text(encoding="utf-8"))
    assert [name for name in named if not (FOLDER / name).exists()] == []
