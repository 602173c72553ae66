"""How alike two groupings of the same people are, whatever their groups are called."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gyda.methods.opinion.votes import Floats


def adjusted_rand_index(one: ArrayLike, other: ArrayLike) -> float:
    """Return the adjusted Rand index of two labellings (n,): 1 the same, about 0 by chance.

    Source: Hubert and Arabie, "Comparing partitions" (1985), equation 5.

    >>> adjusted_rand_index([0, 0, 1, 1], [7, 7, 3, 3])
    1.0
    >>> round(adjusted_rand_index([0, 0, 1, 1, 1], [0, 1, 1, 1, 0]), 3)
    -0.25
    """
    _, a = np.unique(one, return_inverse=True)
    _, b = np.unique(other, return_inverse=True)
    width = int(b.max(initial=0)) + 1
    cells = np.bincount(a * width + b).astype(float)
    together = _pairs(cells)
    of_one, of_other = _pairs(np.bincount(a)), _pairs(np.bincount(b))
    everyone = _pairs(np.array([len(a)]))
    chance = of_one * of_other / everyone if everyone else 0.0
    most = (of_one + of_other) / 2
    return float((together - chance) / (most - chance)) if most != chance else 1.0


def best_match(shared: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which row goes with which column so that together they share most: indices of both.

    Source: Kuhn, "The Hungarian method for the assignment problem" (1955).

    >>> best_match(np.array([[1.0, 5.0], [2.0, 9.0]]))[1].tolist()
    [0, 1]
    """
    from scipy.optimize import linear_sum_assignment  # half a second, for maps that have a past

    rows, columns = linear_sum_assignment(-shared)
    return rows, columns


def _pairs(sizes: ArrayLike) -> float:
    counted = np.asarray(sizes, float)
    return float((counted * (counted - 1) / 2).sum())
