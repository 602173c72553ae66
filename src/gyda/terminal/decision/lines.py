"""Names each line or part of a file that is not the one that was sealed, and what it was."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from itertools import zip_longest
from typing import Any

from gyda.methods.decision_bundle import PLAIN, leaf_of_listed, leaf_of_part, parts_of
from gyda.methods.seal import root_of
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.guessing import guesses
from gyda.terminal.decision.naming import Named, named
from gyda.terminal.decision.opening import Bundle
from gyda.terminal.decision.sealing import published

FILE = "The file %(file)s"
WAS = "says “%(found)s”; sealed was “%(expected)s”"
CHANGED = "says “%(found)s”; that is not what was sealed"
GONE = "is missing"


def check_lines(bundle: Bundle, found: Found) -> None:
    """Compare each file with the hash that the journal holds, and its parts with their hashes."""
    entry = published(bundle)
    sealed: dict[str, str] = entry["data"]["files"] if entry else {}
    for name in sorted({*sealed, *bundle.lines}):
        if name not in sealed:
            found.add("file", FILE, "was not there when the decision was sealed", file=name)
        elif name not in bundle.files:
            found.lines.add(name)
            found.add("file", FILE, "is missing", file=name)
        else:
            _check_file(bundle, name, sealed[name], found)


def _check_file(bundle: Bundle, name: str, root: str, found: Found) -> None:
    parts = parts_of(name, bundle.files[name])
    found.count("lines", len(parts))
    leaves = [leaf_of_part(part) for part in parts]
    if root_of(leaves) == root:
        return
    found.lines.add(name)
    listed = bundle.lines.get(name)
    if not _is_sealed(listed, root):
        found.add("file", FILE, "is not the one that was sealed, and nor are its hashes", file=name)
        return
    _name_all(bundle, name, parts, listed, found)


def _is_sealed(listed: Any, root: str) -> bool:
    try:
        return root_of([leaf_of_listed(one) for one in listed]) == root
    except (TypeError, ValueError, AttributeError):
        return False


def _name_all(bundle: Bundle, name: str, parts: list[bytes], listed: Any, found: Found) -> None:
    if name.endswith(".json"):
        _name_parts(name, parts, listed, found)
        return
    there = {leaf_of_part(part) for part in parts}
    wanted = [leaf_of_listed(one) for one in listed]
    extra = [(n, part) for n, part in enumerate(parts, 1) if leaf_of_part(part) not in set(wanted)]
    gone = [leaf for leaf in wanted if leaf not in there]
    if not extra and not gone:
        found.add("file", FILE, "has its lines in another order, or one of them twice", file=name)
    for one, leaf in zip_longest(extra, gone):
        if one is None:
            found.add("line", FILE, "has lost a line that was sealed", file=name)
            continue
        _name_line(bundle, name, one, leaf, found)


def _name_line(
    bundle: Bundle, name: str, one: tuple[int, bytes], leaf: str | None, found: Found
) -> None:
    """Say what it says now and, where it can be found out from the hash, what it said."""
    number, part = one
    who = named(bundle, name, number, part)
    which = who or Named("line", "Line %(line)s of %(file)s", {})
    said = part.decode(errors="replace")
    was = leaf and next((g for g in guesses(bundle, name, number, part)
                         if leaf_of_part(g) == leaf), None)  # fmt: skip
    words = WAS if was else ("was added after the sealing" if leaf is None else CHANGED)
    values = {"line": number, "file": name, "found": said, **which.values}
    expected = {"expected": was.decode(errors="replace")} if was else {}
    found.add(which.what, which.words, words, **values, **expected)


def _name_parts(name: str, parts: list[bytes], listed: list[str], found: Found) -> None:
    """Name parts of a record by their path; short ones say what they were."""
    now = dict(_pair(part.decode(errors="replace")) for part in parts)
    then = {}
    hashes = {leaf_of_part(part) for part in parts}
    for one in listed:
        if one.startswith(PLAIN):
            path, value = _pair(one.removeprefix(PLAIN))
            then[path] = value
    sealed = {leaf_of_listed(one) for one in listed}
    for path in sorted({*now, *then}):
        values = {"part": path, "file": name}
        if path not in now:
            found.add("part", "“%(part)s” of %(file)s", GONE, **values)
        elif leaf_of_part(f"{path}={now[path]}".encode()) in sealed:
            continue
        elif path in then:
            found.add("part", "“%(part)s” of %(file)s", WAS, found=_plain(now[path]),
                      expected=_plain(then[path]), **values)  # fmt: skip
        else:
            found.add("part", "“%(part)s” of %(file)s", CHANGED, found=now[path], **values)
    if not hashes - sealed and len(parts) == len(listed):
        found.add("file", FILE, "has its lines in another order, or one of them twice", file=name)


def _pair(text: str) -> tuple[str, str]:
    path, _equals, value = text.partition("=")
    return path, value


def _plain(text: str) -> str:
    """Return a text without its quotes; anything else as it is written."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text
