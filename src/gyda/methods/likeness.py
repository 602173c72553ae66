"""Texts that nearly say the same: found by the triples of letters that they share."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from gyda.methods.errors import BadInput
from gyda.methods.search import words_of
from gyda.methods.welsh import radicals

BLOCK = 250  # texts compared with all others at once


def trigrams(text: str, language: str = "en") -> frozenset[str]:
    """Return the triples of letters of a text: folded, word by word, each word's edges marked.

    In Welsh a word counts the same whichever mutation it stands in. Source: Angell, Freund and
    Willett 1983, Information Processing and Management 19.

    >>> sorted(trigrams("Bws!"))
    ['  b', ' bw', 'bws', 'ws ']
    >>> trigrams("dwy gath", "cy") == trigrams("dwy cath", "cy")
    True
    """
    words = words_of(text)
    if language == "cy":
        words = [unmutated(word) for word in words]
    return frozenset(
        f"  {word} "[start : start + 3] for word in words for start in range(len(word) + 1)
    )


def unmutated(word: str) -> str:
    """Return one form for all that may be mutations of one another, in plain small letters.

    It need not be a word: it is only for comparing.

    >>> {unmutated(word) for word in ("cath", "gath", "chath", "nghath")}
    {'cath'}
    """
    while sources := radicals(word):
        word = sources[0]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """Return the share of triples that both have: |A ∩ B| / |A ∪ B|, 0 to 1 (Jaccard 1901).

    >>> str(likeness(trigrams("A new bus shelter"), trigrams("new bus shelters")))
    '3/4'
    """
    together = len(one | other)
    return Fraction(len(one & other), together) if together else Fraction(0)


def near_duplicates(
    texts: Mapping[str, str], least: Fraction = Fraction(3, 5), language: str = "en"
) -> list[tuple[str, str, Fraction]]:
    """Return the pairs of ids whose texts are alike to that degree or more, likest first.

    Shared triples are counted for all pairs by one sparse product, a block of texts at a time.
    Texts without a letter are like none. Raises BadInput `likeness-out-of-range` outside
    0 < least ≤ 1.

    >>> said = {"1": "More buses on Sunday!", "2": "more buses on Sundays", "3": "A warm library"}
    >>> [(one, other, round(float(share), 2)) for one, other, share in near_duplicates(said)]
    [('1', '2', 0.87)]
    """
    if not 0 < least <= 1:
        raise BadInput("likeness-out-of-range", least=str(least))
    names = sorted(texts)
    triples = [trigrams(texts[name], language) for name in names]
    alike = [(names[one], names[other], share) for one, other, share in _alike(triples, least)]
    return sorted(alike, key=lambda pair: (-pair[2], pair[:2]))


def _alike(
    triples: Sequence[frozenset[str]], least: Fraction
) -> Iterator[tuple[int, int, Fraction]]:
    import numpy as np

    has = matrix(triples)
    sizes = np.array([len(each) for each in triples], dtype=np.int32)
    for start in range(0, len(triples), BLOCK):
        shared = (has[start : start + BLOCK] @ has.T).tocoo()
        one, other, both = shared.row + start, shared.col, shared.data
        together = sizes[one] + sizes[other] - both
        enough = (one < other) & (both * least.denominator >= together * least.numerator)
        found = (one[enough], other[enough], both[enough], together[enough])
        for i, j, n, of in zip(*(values.tolist() for values in found), strict=True):
            yield i, j, Fraction(n, of)


def matrix(triples: Sequence[frozenset[str]]) -> Any:
    """Return the sparse matrix of texts by triples: 1 where a text has a triple."""
    import numpy as np
    from scipy.sparse import csr_array

    column = {triple: number for number, triple in enumerate(sorted(frozenset().union(*triples)))}
    columns = [column[triple] for each in triples for triple in sorted(each)]
    ends = np.cumsum([0, *(len(each) for each in triples)])
    ones = np.ones(len(columns), dtype=np.int32)
    return csr_array((ones, columns, ends), shape=(len(triples), max(1, len(column))))
