"""How people would vote by what they said of other statements, without any axes between."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from scipy.sparse import csr_array

from gyda.methods.opinion.votes import Floats, Ints, Votes

AT_ONCE = 2_000  # people whose votes are multiplied out together
SHY = 2.0, 3.0  # imagined votes half way between, of each statement and of each person


def by_other_statements(votes: Votes, person: Ints, statement: Ints, stiff: float) -> Floats:
    """Return how much more each person (index) would agree with each statement than usual, (v,).

    Each statement is regressed on all others over what people said beyond the usual, with ridge
    `stiff` and none on itself, in closed form: Steck, "Embarrassingly shallow autoencoders for
    sparse data" (2019), equations 5 to 8. In votes, 0 where nothing is known.
    """
    beyond = _beyond_the_usual(votes)
    inverse = np.linalg.inv((beyond.T @ beyond).toarray() + stiff * np.eye(votes.m))
    weight = -inverse / np.diag(inverse)
    np.fill_diagonal(weight, 0.0)
    found = np.zeros(len(person))
    for first in range(0, votes.n, AT_ONCE):
        rows = np.flatnonzero((person >= first) & (person < first + AT_ONCE))
        if len(rows):
            block = beyond[first : first + AT_ONCE] @ weight
            found[rows] = block[person[rows] - first, statement[rows]]
    return found


def _beyond_the_usual(votes: Votes) -> csr_array:
    """Return the votes (n, m) less what is usual of the statement and of the person."""
    seen, said = votes.opinions
    column, row = seen.indices, np.repeat(np.arange(votes.n), np.diff(seen.indptr))
    rest = said.data.astype(float)
    for line, many, shy in zip((column, row), (votes.m, votes.n), SHY, strict=True):
        usual = np.bincount(line, rest, many) / (np.bincount(line, minlength=many) + shy)
        rest = rest - usual[line]
    return csr_array((rest, column, seen.indptr), shape=seen.shape)
