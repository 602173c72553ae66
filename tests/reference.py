"""Writes docs/reference.md from what the code declares."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from collections.abc import Iterable, Iterator

from django.core.management import get_commands, load_command_class
from django.utils.translation import override

from gyda.journal import sentences
from gyda.keys import personal_data, ticks
from gyda.letters import kinds
from gyda.terminal import commands
from tests import repository
from tests.addresses import addresses

PATH = repository.ROOT / "docs" / "reference.md"
HEAD = """# Reference
What the code declares. `UPDATE_REFERENCE=1 pytest tests/test_docs.py` writes this page anew.
"""


def stored() -> str:
    """Return the reference as it stands, written anew if asked for."""
    if os.environ.get("UPDATE_REFERENCE"):
        PATH.write_text(written(), encoding="utf-8")
    return PATH.read_text(encoding="utf-8") if PATH.exists() else ""


def written() -> str:
    """Return the reference as it ought to be."""
    with override("en"):
        return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    yield _table("Commands", ("command", "does"), _commands())
    yield _table("Verbs of the journal", ("verb", "reads"), _verbs())
    yield _table("Kinds of letters", ("kind", "is called", "goes out"), _letters())
    yield _table("Chores of `gyda tick`", ("chore", "every"), _chores())
    yield _table("Personal data", ("table",), _holdings())
    yield _table("Pages", ("name", "address"), _pages())


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"## {title}", _row(head), _row(("---",) * len(head)), *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _commands() -> Iterator[tuple[str, str]]:
    found = dict(commands.listed())
    for name, app in get_commands().items():
        if str(app).startswith("gyda."):
            found[name] = load_command_class(str(app), name).help
    for name, about in sorted(found.items()):
        yield f"`gyda {name}`", about


def _verbs() -> Iterator[tuple[str, str]]:
    for verb in sentences.verbs():
        yield f"`{verb}`", str(sentences.sentence_for(verb))


def _letters() -> Iterator[tuple[str, str, str]]:
    for kind in sorted(kinds.all_kinds(), key=lambda kind: kind.name):
        yield f"`{kind.name}`", str(kind.label), str(kind.default.label)


def _chores() -> Iterator[tuple[str, str]]:
    for tick in sorted(ticks.registered(), key=lambda tick: tick.name):
        yield f"`{tick.name}`", str(tick.every or "tick")


def _holdings() -> Iterator[tuple[str]]:
    for holding in sorted(personal_data.registered().values(), key=lambda held: held.name):
        yield (f"`{holding.name}`",)


def _pages() -> Iterator[tuple[str, str]]:
    for address in addresses():
        yield f"`{address.name}`", f"`/{address.route}`"
