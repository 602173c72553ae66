"""Where the fit begins: the leading singular directions; small random starts stick at none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from scipy.sparse import csr_array

from gyda.methods.opinion.votes import Floats

ROUNDS = 12
SPARE = 2  # directions beyond those wanted, with which the wanted ones settle sooner


def first_guess(seen: csr_array, said: csr_array, axes: int) -> tuple[Floats, Floats]:
    """Return a first mean (m, 1 + axes) and covariance of the statements.

    The offset is the mean vote, drawn a little to the middle; the factors are the leading right
    singular vectors of the votes less these means (0 where nothing was asked), by subspace
    iteration from a fixed start.
    """
    n, m = seen.shape
    asked = np.bincount(seen.indices, minlength=m).astype(float)
    centre = np.bincount(seen.indices, said.data, minlength=m) / (asked + 1.0)
    mean = np.zeros((m, 1 + axes))
    mean[:, 0] = centre
    found, size = _leading(_less(said, centre), min(axes, n, m), axes)
    share = max(seen.nnz, 1) / max(n * m, 1)
    mean[:, 1 : 1 + found.shape[1]] = found * size / np.sqrt(max(n, 1) * share)
    cov = np.diag(np.concatenate([[0.1], np.full(axes, 0.05)]))
    return mean, cov / np.maximum(asked, 1.0)[:, None, None]


def _less(said: csr_array, centre: Floats) -> csr_array:
    rest = said.data - centre[said.indices].astype(np.float32)
    return csr_array((rest, said.indices, said.indptr), shape=said.shape)


def _leading(matrix: csr_array, wanted: int, axes: int) -> tuple[Floats, Floats]:
    """Return the leading right singular vectors (m, wanted) and their values (wanted,)."""
    if not wanted or not matrix.nnz:
        return np.zeros((matrix.shape[1], 0)), np.zeros(0)
    width = min(axes + SPARE, matrix.shape[1])
    block = np.random.Generator(np.random.PCG64(0)).standard_normal((matrix.shape[1], width))
    for _ in range(ROUNDS):
        block, _ = np.linalg.qr(matrix.T @ (matrix @ block.astype(np.float32)))
    seen_by_people = matrix @ block.astype(np.float32)
    value, turn = np.linalg.eigh(np.asarray(seen_by_people.T @ seen_by_people, float))
    best = np.argsort(-value, kind="stable")[:wanted]
    return block @ turn[:, best], np.sqrt(np.maximum(value[best], 0.0))
