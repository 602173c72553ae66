"""How alike two groupings of the same people are, whatever their groups are called."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from numpy.typing import ArrayLike


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


def _pairs(sizes: ArrayLike) -> float:
    counted = np.asarray(sizes, float)
    return float((counted * (counted - 1) / 2).sum())
