"""Codes that someone who has no account types or scans: ten letters, kept as a digest only."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets

from django.utils.crypto import salted_hmac

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another
LENGTH = 10


def new_code() -> str:
    """Return ten letters: 49 bits, with a limit on tries too many to guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def digest_of(purpose: str, code: str) -> str:
    """Return what is stored of a code, however it was typed."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac(f"gyda.{purpose}", plain, algorithm="sha256").hexdigest()


def shown(code: str) -> str:
    """Return the code as it is printed.

    >>> shown("23456789AB")
    '23456-789AB'
    """
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"
