"""Finds out what a line said before one thing in it was changed: by trying, against its hash."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from gyda.terminal.decision.naming import cells_of, section_of
from gyda.terminal.decision.opening import Bundle

MOST = 200_000  # tries: a second or so
NUMBER = re.compile(rb"\d+")


def guesses(bundle: Bundle, name: str, number: int, part: bytes) -> Iterator[bytes]:
    """Give what the line may have been, the likeliest first."""
    return islice(_all(bundle, name, number, part), MOST)


def _all(bundle: Bundle, name: str, number: int, part: bytes) -> Iterator[bytes]:
    content = bundle.files[name]
    if name.endswith(".pb") and section_of(content, number)[0] == "VOTES":
        yield from _ballots(content, part)
    if name.endswith(".csv"):
        yield from _cells(content, part)
    yield from _numbers(part)


def _ballots(content: bytes, part: bytes) -> Iterator[bytes]:
    """One option more, one less, or another in its place."""
    options = [one.encode() for one in _options(content)]
    for cell in part.rstrip(b"\r\n").split(b";"):
        chosen = [one for one in cell.split(b",") if one]
        if not chosen or not set(chosen) <= set(options):
            continue
        for other in _one_apart(chosen, options):
            yield part.replace(cell, b",".join(other), 1)


def _options(content: bytes) -> list[str]:
    lines = content.splitlines()
    ids = []
    section = ""
    for line in lines:
        text = line.decode(errors="replace").strip()
        if text.upper() in ("META", "PROJECTS", "VOTES"):
            section = text.upper()
        elif section == "PROJECTS":
            ids += cells_of(text)[:1]
    return ids[1:]


def _one_apart(chosen: list[bytes], options: Iterable[bytes]) -> Iterator[list[bytes]]:
    others = [one for one in options if one not in chosen]
    for place in range(len(chosen) + 1):
        for one in others:
            yield chosen[:place] + [one] + chosen[place:]
            if place < len(chosen):
                yield chosen[:place] + [one] + chosen[place + 1 :]
        if place < len(chosen):
            yield chosen[:place] + chosen[place + 1 :]
    for place in range(len(chosen)):  # the order of a ranking
        for before in range(place):
            turned = list(chosen)
            turned[place], turned[before] = turned[before], turned[place]
            yield turned


def _cells(content: bytes, part: bytes) -> Iterator[bytes]:
    """Another word that stands in the same column."""
    rows = [line.rstrip(b"\r\n").split(b",") for line in content.splitlines()]
    own = part.rstrip(b"\r\n").split(b",")
    end = part[len(part.rstrip(b"\r\n")) :]
    for place in range(len(own)):
        column = sorted({row[place] for row in rows if len(row) == len(own)})
        for word in column if len(column) <= 1000 else ():
            yield b",".join([*own[:place], word, *own[place + 1 :]]) + end


def _numbers(part: bytes) -> Iterator[bytes]:
    """Each number in it: by a digit more, less or other, and all up to some thousands."""
    for found in NUMBER.finditer(part):
        for number in _near(found.group()):
            yield part[: found.start()] + number + part[found.end() :]


def _near(digits: bytes) -> Iterator[bytes]:
    for place in range(len(digits) + 1):
        for digit in b"0123456789":
            one = bytes([digit])
            yield digits[:place] + one + digits[place + 1 :]
            yield digits[:place] + one + digits[place:]
        yield digits[:place] + digits[place + 1 :]
    yield from (str(number).encode() for number in range(10_001))
