"""The hashes of a decision's files: of each line or part, so that one that was altered is named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from gyda.methods.seal import canonical, root_of

FORMAT = "gyda-decision/1"
SHORT = 200  # bytes: a part of a record so short stands beside its hash, to say what it was
PLAIN = "="  # begins a part that stands there in full


def parts_of(name: str, content: bytes) -> list[bytes]:
    r"""Return what is hashed one by one: lines with their ends, or the parts of a JSON object.

    >>> parts_of("a.csv", b"a\nb")
    [b'a\n', b'b']
    >>> parts_of("a.json", b'{"budget": 5, "settings": {"seed": "x"}}')
    [b'budget=5', b'settings.seed="x"']
    """
    if name.endswith(".json"):
        try:
            record = json.loads(content)
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict):
            return list(_of_json(record))
    return content.splitlines(keepends=True)


def _of_json(record: Mapping[str, Any]) -> Iterator[bytes]:
    """Give the parts of an object, two levels deep, in the order of their keys."""
    for key in sorted(record):
        value = record[key]
        if isinstance(value, dict) and value:
            yield from (_part(f"{key}.{within}", value[within]) for within in sorted(value))
        else:
            yield _part(key, value)


def _part(path: str, value: Any) -> bytes:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{path}={written}".encode()


def leaf_of_part(part: bytes) -> str:
    """Return the hash of a line or part; the byte before it tells it from a node of the tree."""
    return sha256(b"\x00" + part).hexdigest()


def root_of_file(name: str, content: bytes) -> str:
    r"""Return the hash of a file over the hashes of its parts (RFC 6962, section 2.1).

    >>> root_of_file("a.csv", b"a\nb\n") == root_of_file("a.csv", b"b\na\n")
    False
    """
    return root_of([leaf_of_part(part) for part in parts_of(name, content)])


def listed(name: str, content: bytes) -> list[str]:
    """Return what lines.json says of a file: a hash for each part, short parts of JSON in full."""
    parts = parts_of(name, content)
    if not name.endswith(".json"):
        return [leaf_of_part(part) for part in parts]
    return [PLAIN + part.decode() if len(part) <= SHORT else leaf_of_part(part) for part in parts]


def leaf_of_listed(one: str) -> str:
    """Return the hash of what stands in lines.json."""
    return leaf_of_part(one.removeprefix(PLAIN).encode()) if one.startswith(PLAIN) else one


def digest_of_record(record: Mapping[str, Any]) -> str:
    """Return the hash of a record that the journal seals; `names` can be forgotten, so they are
    no part of it.
    """
    sealed = {key: record[key] for key in record if key != "names"}
    return sha256(canonical(sealed)).hexdigest()
