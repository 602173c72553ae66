"""Finds every translatable sentence in Python and in templates, with no gettext installed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from django.utils.translation.template import templatize

Key = tuple[str | None, str]  # context, msgid

KEYWORDS: dict[str, Any] = {
    "_": None,
    "_n": (1, 2),
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass
class Sentence:
    """A sentence as the code says it, and where."""

    msgid: str
    plural: str = ""
    context: str | None = None
    places: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.context, self.msgid


def sentences(source: Path) -> dict[Key, Sentence]:
    """Return the sentences of all Python files and templates below a folder."""
    found: dict[Key, Sentence] = {}
    for path in sorted(source.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and _speaks(path):
            place = str(path.relative_to(source))
            for sentence in _sentences_of(path, place):
                _add(found, sentence)
    return found


def _speaks(path: Path) -> bool:
    parts = set(path.parts)
    if path.suffix != ".py":
        return "templates" in parts
    return not parts & {"migrations", "tests"}


def _add(found: dict[Key, Sentence], sentence: Sentence) -> None:
    known = found.setdefault(sentence.key, sentence)
    if known is not sentence:
        known.plural = known.plural or sentence.plural
        known.places += sentence.places
        known.comments += [c for c in sentence.comments if c not in known.comments]


def _sentences_of(path: Path, place: str) -> Iterator[Sentence]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # The tokenizer reads Python, where an indent would mean something.
        lines = templatize(text, origin=place).split("\n")
        text = "\n".join(line.lstrip() for line in lines)
    calls = extract(
        "python", BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for line, message, comments, context in calls:
        msgid, plural = message if isinstance(message, tuple) else (message, "")
        yield Sentence(msgid, plural, context, [(place, str(line))], list(comments))
