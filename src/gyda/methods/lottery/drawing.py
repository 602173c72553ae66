"""Drawing one of many lots in public: three dice, or a seed that was promised beforehand."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
from collections.abc import Sequence


def commitment(secret: bytes) -> str:
    """Return what is published before the draw: the SHA-256 of the secret, in hex.

    >>> commitment(b"gyda")[:16]
    'f981952cfe979613'
    """
    return hashlib.sha256(secret).hexdigest()


def keeps_promise(secret: bytes, published: str) -> bool:
    """Whether a secret is the one whose commitment was published."""
    return commitment(secret) == published.strip().lower()


def drawn_by_seed(parts: Sequence[bytes], lots: int) -> int:
    """Return a number 0..lots−1 from what several parties revealed, each equally likely.

    The parts, in their order and each after its length, are hashed with a counter until eight
    bytes fall below the largest multiple of `lots`: rejection, never plain modulo.

    >>> drawn_by_seed([b"one", b"two"], 1000) == drawn_by_seed([b"one", b"two"], 1000)
    True
    """
    if lots < 1:
        raise ValueError(lots)
    seed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    limit = 2**64 - 2**64 % lots
    counter = 0
    while True:
        block = hashlib.sha256(b"gyda draw" + seed + counter.to_bytes(8, "big")).digest()
        number = int.from_bytes(block[:8], "big")
        if number < limit:
            return number % lots
        counter += 1


def drawn_by_dice(faces: Sequence[int], lots: int) -> int | None:
    """Return the number that ten-sided dice show, read from left to right; None: roll again.

    >>> drawn_by_dice([0, 4, 2], 1000), drawn_by_dice([9, 9], 64)
    (42, None)
    """
    number = int("".join(str(face) for face in faces))
    return number if number < lots else None


def dice_for(lots: int) -> int:
    """Return how many ten-sided dice a number below `lots` needs.

    >>> dice_for(1000), dice_for(1001)
    (3, 4)
    """
    return len(str(lots - 1))
