"""Checks published seals and entries: each seal against its entries, its hash, its predecessor."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gyda.methods.seal import hash_of_seal, leaf_of, root_of

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Broken:
    """The first thing that is wrong: what kind of thing, which one, and what is wrong with it."""

    what: str  # entry, seal, account, transfer, line or file
    which: str
    words: str

    def __str__(self) -> str:
        return f"{self.which}: {self.words}"


SEAL: dict[str, Any] = {"hub": str, "number": int, "count": int, "root": str} | {
    "previous": str,
    "sealed_at": str,
    "hash": str,
}
LINE: dict[str, Any] = {"seal": int, "position": int, "leaf": str}


def misshapen(record: Any, shape: Mapping[str, Any]) -> str:
    """Return what a record lacks or has of the wrong kind, in words; nothing when it is fine.

    >>> misshapen({"seal": 1, "position": 0}, LINE)
    'has no "leaf"'
    >>> misshapen({"seal": True, "position": 0, "leaf": ""}, LINE)
    'its "seal" is not of the right kind'
    """
    if not isinstance(record, Mapping):
        return "is not an object"
    for key, kind in shape.items():
        if key not in record:
            return f'has no "{key}"'
        if not isinstance(record[key], kind) or isinstance(record[key], bool):
            return f'its "{key}" is not of the right kind'
    return ""


def gives(method: Callable[[Any], str], record: Any, expected: str) -> bool:
    """Tell whether a record hashes as expected; what cannot be hashed at all does not."""
    try:
        return method(record) == expected
    except (TypeError, ValueError, AttributeError):  # a fraction, half a letter, no object
        return False


def first_broken(seals: Iterable[Record], entries: Iterable[Record], hub: str) -> Broken | None:
    """Walk the chain from the first seal and return the first thing that does not fit."""
    lines, previous, total = iter(entries), "", 0
    for number, seal in enumerate(seals, start=1):
        broken = _seal(seal, number, previous, hub) or _entries_of(seal, lines)
        if broken:
            return broken
        previous, total = seal["hash"], total + seal["count"]
    if next(lines, None) is not None:
        return Broken("entry", f"Entry {total + 1} of all", "belongs to no seal")
    return None


def _seal(seal: Record, number: int, previous: str, hub: str) -> Broken | None:
    which = f"Seal {number}"
    if wrong := misshapen(seal, SEAL):
        return Broken("seal", which, wrong)
    if seal["number"] != number:
        words = f"is missing or out of order: seal {seal['number']} stands in its place"
        return Broken("seal", which, words)
    if not gives(hash_of_seal, seal, seal["hash"]):
        return Broken("seal", which, "was changed after it was made")
    if seal["previous"] != previous:
        return Broken("seal", which, "does not follow the seal before: one of them was replaced")
    if seal["hub"] != hub:
        return Broken("seal", which, "belongs to another hub")
    return None


def _entries_of(seal: Record, lines: Iterator[Record]) -> Broken | None:
    leaves: list[str] = []
    for position in range(seal["count"]):
        line = next(lines, None)
        if broken := _entry(line, seal["number"], position):
            return broken
        assert line is not None
        leaves.append(line["leaf"])
    if _root(leaves) != seal["root"]:
        words = "does not fit its entries: one was changed together with its leaf"
        return Broken("seal", f"Seal {seal['number']}", words)
    return None


def _root(leaves: list[str]) -> str:
    try:
        return root_of(leaves)
    except ValueError:  # a leaf that is no hash
        return ""


def _entry(line: Record | None, seal: int, position: int) -> Broken | None:
    which = f"Entry {position + 1} of seal {seal}"
    if line is None:
        return Broken("entry", which, "is missing")
    if wrong := misshapen(line, LINE):
        return Broken("entry", which, wrong)
    if (line["seal"], line["position"]) != (seal, position):
        there = f"entry {line['position'] + 1} of seal {line['seal']}"
        words = f"is not here, but {there}: one was dropped, added or moved"
        return Broken("entry", which, words)
    if "entry" in line and not gives(leaf_of, line["entry"], line["leaf"]):
        return Broken("entry", which, f"was changed after it was sealed{_about(line['entry'])}")
    return None


def _about(entry: Any) -> str:
    return f" (now: {entry.get('verb')}, {entry.get('at')})" if isinstance(entry, Mapping) else ""
