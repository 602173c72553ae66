"""What every file of the repository has, and what none may hold."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ast
import re
from pathlib import Path

import pytest

from tests import repository

LICENCE = "SPDX-License-Identifier: AGPL-3.0-or-later"
CODE = {".py", ".js", ".mjs", ".scss", ".css", ".sh"}
HOSTS = ["pypi.org", "pythonhosted.org", "registry.npmjs.org", "npmjs.com", "deb.debian.org"]
# Built from pieces, so that this file does not find itself.
PLACES = ["/" + "work/", "/" + "root/", "/" + "tmp/", "/" + r"home/(?!gyda\b)\w+"]
OPENING = 600  # characters in which the licence must stand


def _code() -> list[Path]:
    return [path for path in repository.tracked() if path.suffix in CODE and path.stat().st_size]


def test_every_file_names_its_licence() -> None:
    files = [path for path in _code() if "migrations" not in path.parts]
    bare = [path for path in files if LICENCE not in repository.text(path)[:OPENING]]
    assert [repository.name(path) for path in bare] == []


def test_every_python_file_begins_by_saying_what_it_is() -> None:
    files = [path for path in repository.python() if path.stat().st_size]
    silent = [path for path in files if not ast.get_docstring(ast.parse(repository.text(path)))]
    assert [repository.name(path) for path in silent] == []


@pytest.mark.parametrize("pattern", [*map(re.escape, HOSTS), *PLACES])
def test_no_file_names_a_registry_or_a_place_on_a_machine(pattern: str) -> None:
    here = Path(__file__)
    found = []
    for path in repository.tracked():
        if path.suffix in {".png", ".jpg", ".webp", ".woff2", ".ico"} or path == here:
            continue
        if re.search(pattern, repository.text(path)):
            found.append(repository.name(path))
    assert found == []


def test_every_dependency_has_its_reason() -> None:
    unexplained = []
    for path in (repository.ROOT / "requirements").glob("*.in"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "-r")) and "#" not in line:
                unexplained.append(f"{path.name}: {line}")
    assert unexplained == []


def test_every_lock_has_hashes_and_no_host() -> None:
    for path in (repository.ROOT / "requirements").glob("*.txt"):
        lock = path.read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.\-\[\]]+==", lock, re.MULTILINE)
        assert pins
        assert lock.count("--hash=sha256:") >= len(pins), path.name
        assert "://" not in lock, path.name


def test_nobody_is_told_by_whether_there_is_somebody() -> None:
    # `request.who` is looked up when asked for: of a stranger it is false, and never None itself.
    compared = re.compile(r"\bwho is (?:not )?None\b")
    wrong = [path.name for path in repository.ours(".py") if compared.search(path.read_text())]
    assert wrong == ["test_files.py"] * wrong.count("test_files.py")
