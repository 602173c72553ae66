"""Codes on tickets: short enough to read out, too many to guess, no letters that look alike."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
LENGTH = 8  # 40 random bits
LOOKALIKES = str.maketrans("ILOU", "110V")


def new_code() -> str:
    """Return a code that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def as_typed(text: str) -> str:
    """Return the code that someone typed or read out, or "" when it cannot be one.

    >>> as_typed(" k7f2-ox9m "), as_typed("k7f2"), as_typed("K7F2-0X9!")
    ('K7F20X9M', '', '')
    """
    letters = "".join(text.upper().split()).replace("-", "").translate(LOOKALIKES)
    is_code = len(letters) == LENGTH and set(letters) <= set(ALPHABET)
    return letters if is_code else ""
