"""The hashes of a decision's files: of each line, so that one altered line can be named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from gyda.methods.seal import canonical, root_of

FORMAT = "gyda-decision/1"


def lines_of(content: bytes) -> list[bytes]:
    r"""Return the lines of a file, each with its end.

    >>> lines_of(b"a\nb")
    [b'a\n', b'b']
    """
    return content.splitlines(keepends=True)


def leaf_of_line(line: bytes) -> str:
    """Return the hash of a line; the byte before it tells it from a node of the tree."""
    return sha256(b"\x00" + line).hexdigest()


def leaves_of_file(content: bytes) -> list[str]:
    """Return the hash of each line."""
    return [leaf_of_line(line) for line in lines_of(content)]


def root_of_file(content: bytes) -> str:
    """Return the hash of a file over the hashes of its lines (RFC 6962, section 2.1).

    >>> root_of_file(b"a\\nb\\n") == root_of_file(b"b\\na\\n")
    False
    """
    return root_of(leaves_of_file(content))


def digest_of_record(record: Mapping[str, Any]) -> str:
    """Return the hash of a record that the journal seals; `names` can be forgotten, so they are
    no part of it.
    """
    sealed = {key: record[key] for key in record if key != "names"}
    return sha256(canonical(sealed)).hexdigest()
