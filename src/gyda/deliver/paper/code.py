"""The code on a note: sixteen letters and figures that no machine guesses and no hand mistypes.

Five say the number of the note, nine are its signature (45 bits of HMAC-SHA256), two are a check:
a sum over all the others, by which any one wrong letter and any two swapped ones are noticed.
The letters are Crockford's: O is read as 0, I and L as 1, small letters and spaces as they come.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans("OIL", "011")
NUMBER, SIGNATURE, CHECK = 5, 9, 2
LENGTH = NUMBER + SIGNATURE + CHECK
MOST = 32**NUMBER - 1  # the number of the last note that a hub can print
PRIME = 1021  # the largest below 32 * 32: any single slip changes the sum


class Mistyped(ValueError):
    """This is no code: a letter is missing, or one is wrong."""


@dataclass(frozen=True)
class Code:
    """A code that was typed rightly; whether it is one of ours shows its signature."""

    number: int
    signature: str

    def is_signed_by(self, key: bytes, facts: Sequence[object]) -> bool:
        """Tell whether this key signed it, for a note of which these facts are true."""
        return hmac.compare_digest(self.signature, _signature(key, self.number, facts))


def code_of(number: int, key: bytes, facts: Sequence[object]) -> str:
    """Return the code of a note: signed by the key, with the facts that must not change.

    >>> code_of(7, b"k" * 32, ["hub", 60])
    '00007R8WMD7KEYSS'
    """
    start = _written(number, NUMBER) + _signature(key, number, facts)
    return start + _check(start)


def in_groups(code: str) -> str:
    """Return the code as it is printed.

    >>> in_groups("00007R8WMD7KEYSS")
    '0000 7R8W MD7K EYSS'
    """
    return " ".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def as_typed(text: str) -> Code:
    """Read a code as people type it, or raise Mistyped.

    >>> as_typed("oooo 7r8w-md7k.eyss").number
    7
    """
    code = "".join(letter for letter in text.upper().translate(READ_AS) if letter.isalnum())
    if len(code) != LENGTH or set(code) - set(LETTERS):
        raise Mistyped(text)
    if code[-CHECK:] != _check(code[:-CHECK]):
        raise Mistyped(text)
    return Code(_read(code[:NUMBER]), code[NUMBER:-CHECK])


def _signature(key: bytes, number: int, facts: Iterable[object]) -> str:
    said = "|".join(str(fact) for fact in (number, *facts))
    digest = hmac.new(key, said.encode(), hashlib.sha256).digest()
    return _written(int.from_bytes(digest[:8]) >> (64 - 5 * SIGNATURE), SIGNATURE)


def _check(start: str) -> str:
    total = sum(place * LETTERS.index(letter) for place, letter in enumerate(start, start=2))
    return _written(total % PRIME, CHECK)


def _written(number: int, length: int) -> str:
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(length)))


def _read(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 32 + LETTERS.index(letter)
    return number
