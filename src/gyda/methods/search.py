"""Folding words so that what people type finds what people wrote."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import unicodedata

from gyda.methods.welsh import radicals

LONGEST = 24  # letters of a word that count; the rest seldom tells two words apart
WELSH_ONLY = "="  # opens what a Welsh text may have meant: gath -> =cath
PLACE = "@"  # opens the words of a place
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`\u034f")  # and the joiner of welsh_order


def fold(text: str) -> str:
    """Return the text in plain small letters: no accents, no capitals, no apostrophes.

    >>> fold("Tŷ Siôn")
    'ty sion'
    >>> fold("Straße, ÆRØ, o'r ﬁn")
    'strasse, aero, or fin'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return letters.translate(_LETTERS).translate(_APOSTROPHES).casefold()


_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, each once, in the order in which they come.

    >>> words_of("Gwersi gitâr – gwersi i bawb!")
    ['gwersi', 'gitar', 'i', 'bawb']
    """
    return list(dict.fromkeys(word[:LONGEST] for word in _WORD.findall(fold(text))))


def index_of(text: str, language: str) -> set[str]:
    """Return what a text is to be found by: its words and, in Welsh, what they are mutated from.

    >>> sorted(index_of("Dwy gath", "cy"))
    ['=cath', '=twy', 'dwy', 'gath']
    """
    words = set(words_of(text))
    if language == "cy":
        words |= {WELSH_ONLY + radical for word in words for radical in radicals(word)}
    return words


def wanted(word: str) -> list[str]:
    """Return the whole entries that a word also stands for, beside all that begin with it.

    >>> wanted("gath")
    ['=gath', 'cath', '=cath']
    """
    return [WELSH_ONLY + word, *(e for r in radicals(word) for e in (r, WELSH_ONLY + r))]


def after(start: str) -> str:
    """Return the first text, in the order of bytes, after all that begin with this one.

    >>> after("ty")
    'tz'
    """
    return start[:-1] + chr(ord(start[-1]) + 1)


def place_index_of(place: str) -> set[str]:
    """Return what a place is to be found by, apart from all other words.

    >>> sorted(place_index_of("Ym Mhont-y-cwm"))
    ['@cwm', '@mhont', '@pont', '@y', '@ym']
    """
    words = words_of(place)
    return {PLACE + entry for word in words for entry in (word, *radicals(word))}
