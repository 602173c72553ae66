"""What an operator or a newcomer can use is named in the docs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re

import pytest
from django.core.management import get_commands

from tests import reference, repository


def _docs() -> str:
    files = [path for path in repository.ours(".md") if path.name != "CHANGELOG.md"]
    return "\n".join(repository.text(path) for path in files)


def _variables() -> set[str]:
    read = re.compile(
        r"""env\.\w+\(\s*["']([A-Z][A-Z_]+)["']|environ(?:\.get\(|\[)\s*["'](GYDA_\w+)"""
    )
    found = (
        pair for path in repository.production() for pair in read.findall(repository.text(path))
    )
    return {name for pair in found for name in pair if name}


@pytest.mark.parametrize("variable", sorted(_variables()))
def test_every_variable_is_in_the_docs(variable: str) -> None:
    assert f"`{variable}" in _docs() or re.search(rf"\b{variable}\b", _docs())


def test_every_command_is_in_the_docs() -> None:
    ours = [name for name, app in get_commands().items() if str(app).startswith("gyda.")]
    assert ours
    assert [name for name in ours if f"gyda {name}" not in _docs()] == []


def test_the_reference_is_what_the_code_says() -> None:
    """UPDATE_REFERENCE=1 writes docs/reference.md anew: commands, verbs, letters, chores, pages."""
    assert reference.stored() == reference.written()
