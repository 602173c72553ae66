"""Shares and how sure they are: intervals, differences, and many tests at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z90 = 1.6448536269514722


def wilson(yes: float, of: float, z: float = Z90) -> tuple[float, float]:
    """Return Wilson's score interval of a share (Wilson 1927; Newcombe 1998a, method 3).

    >>> [round(end, 4) for end in wilson(81, 263, z=1.959964)]
    [0.2553, 0.3662]
    """
    if of <= 0:
        return 0.0, 1.0
    share, room = yes / of, z * z / of
    half = z * sqrt(share * (1 - share) / of + room / (4 * of))
    return (share + room / 2 - half) / (1 + room), (share + room / 2 + half) / (1 + room)


def difference(
    yes: tuple[float, float], of: tuple[float, float], z: float = Z90
) -> tuple[float, float, float]:
    """Return the difference of two shares and its interval (Newcombe 1998b, method 10).

    >>> [round(one, 4) for one in difference((56, 48), (70, 80), z=1.959964)]
    [0.2, 0.0524, 0.3339]
    """
    (low1, high1), (low2, high2) = wilson(yes[0], of[0], z), wilson(yes[1], of[1], z)
    first = yes[0] / of[0] if of[0] else 0.5
    second = yes[1] / of[1] if of[1] else 0.5
    gap = first - second
    return (
        gap,
        gap - sqrt((first - low1) ** 2 + (high2 - second) ** 2),
        gap + sqrt((high1 - first) ** 2 + (second - low2) ** 2),
    )


def benjamini_hochberg(p_values: ArrayLike) -> NDArray[np.float64]:
    """Return p values (any shape) corrected for being many; NaN stays NaN.

    Source: Benjamini and Hochberg 1995, "Controlling the false discovery rate".

    Those at most q are false alarms in at most a share q, on average.

    >>> benjamini_hochberg([0.01, 0.02, 0.03, 0.5]).round(3).tolist()
    [0.04, 0.04, 0.04, 0.5]
    """
    shape = np.shape(p_values)
    p = np.asarray(p_values, dtype=np.float64).ravel()
    corrected = np.full(p.shape, np.nan)
    told = np.flatnonzero(~np.isnan(p))
    order = told[np.argsort(p[told], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    corrected[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return corrected.reshape(shape)


def fisher(table: ArrayLike) -> float:
    """Return the two-sided p value of Fisher's exact test of a table of two rows and two columns.

    The chance, all margins given, of tables no likelier than this one (Fisher 1935, section 21;
    his ladies' tea: three of four cups right).

    >>> round(fisher([[3, 1], [1, 3]]), 4)
    0.4857
    """
    from scipy.special import gammaln

    (a, b), (c, d) = np.asarray(table, dtype=np.float64)
    first, second, column = a + b, c + d, a + c
    x = np.arange(max(0.0, column - second), min(first, column) + 1)
    cells = np.stack([x, first - x, column - x, second - column + x])
    margins = gammaln(np.array([first, second, column, b + d]) + 1).sum()
    chance = np.exp(margins - gammaln(first + second + 1) - gammaln(cells + 1).sum(axis=0))
    here = chance[int(a - x[0])]
    return float(min(1.0, chance[chance <= here * (1 + 1e-7)].sum()))


def gini(values: ArrayLike | Sequence[float]) -> float:
    """Return Gini's coefficient: 0 when all are alike, near 1 when one has all.

    >>> gini([1, 1, 1]), gini([0, 0, 3])
    (0.0, 0.6666666666666666)
    """
    ordered = np.sort(np.asarray(values, dtype=np.float64))
    n = len(ordered)
    if not ordered.sum():
        return 0.0
    return float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * ordered.sum()))
