"""Seals: the hash of an entry, the Merkle tree over a batch (RFC 6962, section 2.1), the chain."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

# One prefix for leaves, one for nodes: no node can be passed off as an entry.
_LEAF, _NODE = b"\x00", b"\x01"


def canonical(value: Any) -> bytes:
    """Write a value as JSON in the one way that RFC 8785 allows; numbers must be whole.

    >>> canonical({"ŵ": [1, True, None], "a": "dŵr"}).decode()
    '{"a":"dŵr","ŵ":[1,true,null]}'
    >>> canonical(1.5)
    Traceback (most recent call last):
    ...
    TypeError: only whole numbers can be sealed, not 1.5
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


def _ordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value, key=_utf16)}
    if isinstance(value, list | tuple):
        return [_ordered(one) for one in value]
    if isinstance(value, float):
        raise TypeError(f"only whole numbers can be sealed, not {value}")
    return value


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def leaf_of(entry: Mapping[str, Any]) -> str:
    """Return the leaf of an entry. Its salt is part of it, so that a leaf betrays nothing."""
    return sha256(_LEAF + canonical(entry)).hexdigest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(_NODE + left + right).digest()


def _parents(level: list[bytes]) -> list[bytes]:
    pairs = zip(level[::2], level[1::2], strict=False)
    odd = level[-1:] if len(level) % 2 else []  # one left over moves up as it is
    return [_node(left, right) for left, right in pairs] + odd


def root_of(leaves: Sequence[str]) -> str:
    """Return the root over leaves.

    >>> root_of([]) == sha256().hexdigest()
    True
    >>> root_of(["ab" * 32]) == "ab" * 32
    True
    """
    level = [bytes.fromhex(leaf) for leaf in leaves]
    if not level:
        return sha256().hexdigest()
    while len(level) > 1:
        level = _parents(level)
    return level[0].hex()


def proof_of(leaves: Sequence[str], position: int) -> list[str]:
    """Return the hashes that lead from one leaf to the root: with them it can be shown alone."""
    level, path = [bytes.fromhex(leaf) for leaf in leaves], []
    while len(level) > 1:
        beside = position ^ 1
        if beside < len(level):
            path.append(level[beside].hex())
        level, position = _parents(level), position // 2
    return path


def is_proved(*, leaf: str, position: int, count: int, proof: Sequence[str], root: str) -> bool:
    """Tell whether the proof leads from the leaf, at its position among count, to the root.

    >>> leaves = [leaf_of({"n": n}) for n in range(5)]
    >>> is_proved(leaf=leaves[4], position=4, count=5, proof=proof_of(leaves, 4),
    ...           root=root_of(leaves))
    True
    """
    if not 0 <= position < count:
        return False
    here, steps, last = bytes.fromhex(leaf), list(proof), count - 1
    while last > 0:
        if position % 2 or position < last:  # else: the odd one out, which moves up as it is
            if not steps:
                return False
            beside = bytes.fromhex(steps.pop(0))
            here = _node(beside, here) if position % 2 else _node(here, beside)
        position, last = position // 2, last // 2
    return not steps and here.hex() == root


def hash_of_seal(seal: Mapping[str, Any]) -> str:
    """Return the hash of a seal over all that it says, its predecessor's hash included."""
    return sha256(canonical({key: seal[key] for key in seal if key != "hash"})).hexdigest()
