"""The code stays in pieces that fit in the head (house plan, section 2)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from statistics import median, quantiles

from tests import repository

LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def _ninetieth(numbers: list[int]) -> float:
    return quantiles(numbers, n=10)[-1]


def test_files_are_short() -> None:
    lengths = [len(repository.text(path).splitlines()) for path in repository.production()]
    assert median(lengths) <= 60
    assert _ninetieth(lengths) <= 200


def test_no_file_is_long() -> None:
    lengths = {
        repository.name(path): len(repository.text(path).splitlines())
        for path in repository.python()
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    files = repository.production()
    lengths = [length for path in files for _, length in repository.functions(path)]
    assert median(lengths) <= 8
    assert _ninetieth(lengths) <= 25


def test_no_function_is_long() -> None:
    lengths = (found for path in repository.python() for found in repository.functions(path))
    assert {name: n for name, n in lengths if n > LONGEST_FUNCTION} == {}


def test_test_functions_are_short() -> None:
    files = [path for path in repository.python() if path.name.startswith("test_")]
    found = (found for path in files for found in repository.functions(path))
    assert median(length for name, length in found if ":test_" in name) <= 10


def test_templates_are_short() -> None:
    lengths = [len(repository.text(path).splitlines()) for path in repository.ours(".html")]
    assert _ninetieth(lengths) <= 90
