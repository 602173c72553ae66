"""Checks published seals and entries: each seal against its entries, its hash, its predecessor."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gyda.methods.seal import hash_of_seal, leaf_of, root_of

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Broken:
    """The first thing that is wrong: what kind of thing, which one, and what is wrong with it.

    `which` and `words` are sentences with places for `values`, so that they can be said in any
    language; as a text it is English.
    """

    what: str  # entry, seal, account, transfer, line or file
    which: str
    words: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.said(str)

    def said(self, translate: Callable[[str], str]) -> str:
        """Return it in another language."""
        return f"{translate(self.which) % self.values}: {translate(self.words) % self.values}"


SEAL: dict[str, Any] = {"hub": str, "number": int, "count": int, "root": str} | {
    "previous": str,
    "sealed_at": str,
    "hash": str,
}
SEAL_NAME = "Seal %(seal)s"
MOVED = "is not here, but entry %(other)s of seal %(there)s: one was dropped, added or moved"
CHANGED = "was changed after it was sealed (now: %(verb)s, %(at)s)"
LINE: dict[str, Any] = {"seal": int, "position": int, "leaf": str}


def misshapen(record: Any, shape: Mapping[str, Any]) -> tuple[str, Record]:
    """Return what a record lacks or has of the wrong kind, and its name; nothing when it is fine.

    >>> misshapen({"seal": 1, "position": 0}, LINE)
    ('has no "%(key)s"', {'key': 'leaf'})
    >>> misshapen({"seal": True, "position": 0, "leaf": ""}, LINE)
    ('its "%(key)s" is not of the right kind', {'key': 'seal'})
    """
    if not isinstance(record, Mapping):
        return "is not an object", {}
    for key, kind in shape.items():
        if key not in record:
            return 'has no "%(key)s"', {"key": key}
        if not isinstance(record[key], kind) or isinstance(record[key], bool):
            return 'its "%(key)s" is not of the right kind', {"key": key}
    return "", {}


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
        values = {"entry": total + 1}
        return Broken("entry", "Entry %(entry)s of all", "belongs to no seal", values)
    return None


def _seal(seal: Record, number: int, previous: str, hub: str) -> Broken | None:
    words, values = misshapen(seal, SEAL)
    if not words:
        words, values = _wrong_with(seal, number, previous, hub), {"there": seal["number"]}
    return Broken("seal", SEAL_NAME, words, {"seal": number, **values}) if words else None


def _wrong_with(seal: Record, number: int, previous: str, hub: str) -> str:
    if seal["number"] != number:
        return "is missing or out of order: seal %(there)s stands in its place"
    if not gives(hash_of_seal, seal, seal["hash"]):
        return "was changed after it was made"
    if seal["previous"] != previous:
        return "does not follow the seal before: one of them was replaced"
    return "" if seal["hub"] == hub else "belongs to another hub"


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
        return Broken("seal", SEAL_NAME, words, {"seal": seal["number"]})
    return None


def _root(leaves: list[str]) -> str:
    try:
        return root_of(leaves)
    except ValueError:  # a leaf that is no hash
        return ""


def _entry(line: Record | None, seal: int, position: int) -> Broken | None:
    words, values = ("is missing", {}) if line is None else _wrong_in(line, seal, position)
    named = {"entry": position + 1, "seal": seal, **values}
    return Broken("entry", "Entry %(entry)s of seal %(seal)s", words, named) if words else None


def _wrong_in(line: Record, seal: int, position: int) -> tuple[str, Record]:
    words, values = misshapen(line, LINE)
    if words:
        return words, values
    if (line["seal"], line["position"]) != (seal, position):
        found = {"other": line["position"] + 1, "there": line["seal"]}
        return MOVED, found
    if "entry" not in line or gives(leaf_of, line["entry"], line["leaf"]):
        return "", {}
    if not isinstance(line["entry"], Mapping):
        return "was changed after it was sealed", {}
    return CHANGED, {"verb": line["entry"].get("verb"), "at": line["entry"].get("at")}
