"""Passages and differences between two texts: pure, in words and spaces."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

TOKEN = re.compile(r"\n+|[^\S\n]+|\w+(?:['’]\w+)*|[^\w\s]")


def tidy(text: str) -> str:
    """Return a text with one kind of line end, and nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def places(text: str, passage: str) -> list[tuple[int, int]]:
    r"""Return where a passage stands in a text; how its lines are broken does not matter.

    >>> places("One bus a day.\nNo bus at night.", "a day. No bus")
    [(8, 21)]
    """
    words = [re.escape(word) for word in passage.split()]
    if not words:
        return []
    return [found.span() for found in re.finditer(r"\s+".join(words), text)]


def replaced(text: str, passage: str, new: str) -> str | None:
    """Return the text with the passage replaced; None unless it stands there exactly once.

    >>> replaced("One bus a day.", "One bus", "Two buses")
    'Two buses a day.'
    >>> replaced("A bus, a bus", "bus", "tram") is None
    True
    """
    found = places(text, passage)
    if len(found) != 1:
        return None
    start, end = found[0]
    return tidy(text[:start] + new + text[end:])


class Fate(StrEnum):
    """What became of a piece."""

    SAME = "SAME"
    GONE = "GONE"
    NEW = "NEW"


@dataclass(frozen=True)
class Piece:
    """Some words in a row, and what became of them."""

    fate: Fate
    text: str


def difference(old: str, new: str) -> list[Piece]:
    """Return the pieces of both texts in order: what stayed, what is gone, what is new.

    The same and the gone pieces are the old text, the same and the new ones are the new text.

    >>> [(piece.fate.value, piece.text) for piece in difference("One bus a day", "Two buses a day")]
    [('GONE', 'One bus'), ('NEW', 'Two buses'), ('SAME', ' a day')]
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces: list[Piece] = []
    for what, start, end, new_start, new_end in _joined(matcher.get_opcodes(), before):
        if what == "equal":
            pieces.append(Piece(Fate.SAME, "".join(before[start:end])))
            continue
        gone, come = "".join(before[start:end]), "".join(after[new_start:new_end])
        pieces += [Piece(Fate.GONE, gone)] if gone else []
        pieces += [Piece(Fate.NEW, come)] if come else []
    return pieces


Step = tuple[str, int, int, int, int]


def _joined(steps: Sequence[Step], before: list[str]) -> list[Step]:
    """Join changes that only a space stands between: they are read as one."""
    joined: list[Step] = []
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        between = step[0] == "equal" and number > 0 and not last
        only_space = between and not "".join(before[step[1] : step[2]]).strip()
        if joined and joined[-1][0] != "equal" and (only_space or step[0] != "equal"):
            joined[-1] = ("replace", joined[-1][1], step[2], joined[-1][3], step[4])
        else:
            joined.append(step)
    return joined


def left(pieces: list[Piece]) -> list[Piece]:
    """Return the old text."""
    return [piece for piece in pieces if piece.fate != Fate.NEW]


def right(pieces: list[Piece]) -> list[Piece]:
    """Return the new text."""
    return [piece for piece in pieces if piece.fate != Fate.GONE]
