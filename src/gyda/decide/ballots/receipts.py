"""Receipts: words that nobody chose, by which a voter finds their paper in the published list."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets

FIRST, SECOND = "bcdfghlmnprst", "aeiou"  # sounds that Welsh and English share
WORDS, SYLLABLES = 4, 2


def new_code() -> str:
    """Return four words of two syllables: 48 bits.

    >>> [len(word) for word in new_code().split("-")]
    [4, 4, 4, 4]
    """
    return "-".join(_word() for _number in range(WORDS))


def _word() -> str:
    sounds = (secrets.choice(FIRST) + secrets.choice(SECOND) for _number in range(SYLLABLES))
    return "".join(sounds)


def plain(text: str) -> str:
    """Return a receipt however it was typed.

    >>> plain(" Bado KEMI, tulo-rasa ")
    'bado-kemi-tulo-rasa'
    """
    letters = "".join(letter for letter in text.lower() if letter.isalpha() and letter.isascii())
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
