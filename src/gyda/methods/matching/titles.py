"""How alike the titles of asks and offers are, each title read once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

import numpy as np

from gyda.methods.likeness import matrix, trigrams
from gyda.methods.matching.columns import Columns, Floats, Ints


def alike(columns: Columns, ask: Ints, offer: Ints) -> Floats:
    """Return twice the likeness of the two titles of each pair, at most 1.

    Likeness: the share of triples of letters that both have (Jaccard; gyda.methods.likeness).
    """
    asks, of_ask = np.unique(ask, return_inverse=True)
    offers, of_offer = np.unique(offer, return_inverse=True)
    titles = [columns.asks.rows[at].title for at in asks.tolist()]
    titles += [columns.offers.rows[at].title for at in offers.tolist()]
    if not any(titles):
        return np.zeros(len(ask))
    texts, of_text = np.unique(np.array(titles, dtype=object), return_inverse=True)
    words = [trigrams(text) for text in texts.tolist()]
    return np.minimum(1.0, 2.0 * _jaccard(words, of_text[of_ask], of_text[len(asks) + of_offer]))


def _jaccard(words: Sequence[frozenset[str]], one: Ints, other: Ints) -> Floats:
    pairs, of_pair = np.unique(one * len(words) + other, return_inverse=True)
    one, other = pairs // len(words), pairs % len(words)
    has = matrix(words)
    sizes = np.array([len(each) for each in words], dtype=np.float64)
    both = np.asarray(has[one].multiply(has[other]).sum(axis=1), dtype=np.float64).ravel()
    together = sizes[one] + sizes[other] - both
    shares = np.divide(both, together, out=np.zeros(len(both)), where=together > 0)
    return np.asarray(shares[of_pair], dtype=np.float64)
