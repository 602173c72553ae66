"""The order of the Welsh alphabet, in which ch, dd, ff, ng, ll, ph, rh and th are letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import unicodedata

_LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
ALPHABET = tuple(_LETTERS.split())
APART = "\u034f"  # Unicode's sign between two letters that are not one: n + g in Llan͏gefni
_RANK = {letter: number for number, letter in enumerate(ALPHABET, start=1)}
_LETTER = re.compile(r"ch|dd|ff|ng|ll|ph|rh|th|[a-z]|[0-9]+")
# Where n and g, or r and h, are two letters at a join that no rule shows.
_JOINED = re.compile(
    r"\b(ban)(gor)|\b(dan)(gos)|\b(llan)(g)|\b(pen)(g)|\b(un)(g)|\b(ar)(hol|hos)|\b(bryn)(g)"
)


def alphabet_key(text: str) -> tuple[tuple[int, ...], str]:
    """Return what to sort by: the letters of the Welsh alphabet; then accents and capitals.

    Digits come before letters, by their value; a space before both. A join that is not in our short
    list can be marked with Unicode's combining grapheme joiner. Source: Geiriadur Prifysgol Cymru's
    order of letters; Unicode Standard, section 23.2, for the joiner.

    >>> sorted(["Dinbych", "Ddu", "Cwm", "Chwilog", "Llan", "Lôn", "Dyfi"], key=alphabet_key)
    ['Cwm', 'Chwilog', 'Dinbych', 'Dyfi', 'Ddu', 'Lôn', 'Llan']
    >>> sorted(["Bangor", "Bala", "Bannau", "Bae 10", "Bae 9", "Bae"], key=alphabet_key)
    ['Bae', 'Bae 9', 'Bae 10', 'Bala', 'Bangor', 'Bannau']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _JOINED.sub(lambda found: APART.join(filter(None, found.groups())), plain)
    ranks: list[int] = []
    for word in plain.split():
        ranks += [rank for letter in _LETTER.findall(word) for rank in _ranks(letter)]
        ranks.append(0)
    return tuple(ranks), text


def _ranks(letter: str) -> tuple[int, ...]:
    """A number of any length sorts by its value: its digits are counted first."""
    if letter.isdigit():
        digits = letter.lstrip("0")[:1000]
        return (-100_000 + len(digits), *(int(digit) - 10 for digit in digits))
    return (_RANK[letter],)
