"""One number for how far those who take part are from those who live here.

All take `counts` (people taking part, by group) and `population` (shares of one, same order).
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from fractions import Fraction
from math import exp, floor, lgamma, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Counts = Sequence[int]
Shares = Sequence[Fraction]


def dissimilarity(counts: Counts, population: Shares) -> Fraction:
    """Return D = ½ Σ |s_g - p_g|: the share of places that would have to change hands. Exact.

    Source: Duncan and Duncan 1955, American Sociological Review 20. 0: as the population; 1: none
    of it.

    >>> halves = [Fraction(1, 2), Fraction(1, 2)]
    >>> dissimilarity([3, 1], halves)
    Fraction(1, 4)
    """
    people = sum(counts)
    apart = (abs(Fraction(n, people) - p) for n, p in zip(counts, population, strict=True))
    return sum(apart, Fraction(0)) / 2


def dissimilarity_by_lot(people: int, population: Shares) -> float:
    """Return the D that a plain lot of so many people has on average: chance alone is not nought.

    Half the sum of the groups' mean absolute deviations from their binomial means, in closed form
    (De Moivre 1730; Diaconis and Zabell 1991, Statistical Science 6):
    E|X - np| = 2 m C(n, m) p^m (1 - p)^(n - m + 1) with m = floor(np) + 1.

    >>> round(dissimilarity_by_lot(2, [Fraction(1, 2), Fraction(1, 2)]), 4)  # 0, 0 or 1 apart
    0.25
    """
    return sum(_deviation(people, p) for p in population) / (2 * people)


def _deviation(n: int, p: Fraction) -> float:
    if p in (0, 1):
        return 0.0
    m = floor(n * p) + 1
    # By logarithms: the exact powers of a census share have thousands of digits.
    choose = lgamma(n + 1) - lgamma(m + 1) - lgamma(n - m + 1)
    return 2 * m * exp(choose + m * log(p) + (n - m + 1) * log(1 - p))


def dissimilarity_interval(
    counts: Counts,
    population: Shares,
    *,
    seed: int,
    draws: int = 10_000,
    confidence: float = 0.95,
) -> tuple[float, float]:
    """Return what D may be among all who might as well have come: seeded, by Jeffreys' prior.

    The shares are drawn from the Dirichlet distribution with n_g + ½ (Gelman et al., Bayesian Data
    Analysis, section 3.4), D is computed for each, and the tails are cut off. Among few people it
    lies above the D of the sample: read it beside `dissimilarity_by_lot`. Equal for equal seeds on
    one version of numpy.

    >>> halves = [Fraction(1, 2), Fraction(1, 2)]
    >>> [round(end, 2) for end in dissimilarity_interval([60, 40], halves, seed=1)]
    [0.01, 0.19]
    """
    import numpy as np

    drawn = _dirichlet(np.asarray(counts, dtype=float) + 0.5, seed, draws)
    target = np.array([float(p) for p in population])
    found = np.abs(drawn - target).sum(axis=1) / 2
    low, high = np.quantile(found, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)


def _dirichlet(weights: "NDArray[np.float64]", seed: int, draws: int) -> "NDArray[np.float64]":
    import numpy as np

    return np.random.Generator(np.random.PCG64(seed)).dirichlet(weights, size=draws)


def theil(counts: Counts, population: Shares) -> float:
    """Return Σ s_g ln(s_g / p_g), in nats; 0 ln 0 = 0. Infinite when a group has no population.

    Source: Theil 1967, Economics and Information Theory; Kullback and Leibler 1951. Weighs a group
    that is missed altogether less, and one that is far too many more, than D does.

    >>> round(theil([3, 1], [Fraction(1, 2), Fraction(1, 2)]), 4)
    0.1308
    """
    people = sum(counts)
    pairs = [(n, p) for n, p in zip(counts, population, strict=True) if n]
    if any(not p for _, p in pairs):
        return float("inf")
    return sum(n / people * log(Fraction(n, people) / p) for n, p in pairs)


def chi_squared(counts: Counts, population: Shares) -> tuple[float, int, float, bool]:
    """Return the statistic, its degrees of freedom, the p-value, and whether to trust that.

    Source: Pearson 1900. Not to be trusted when a group would have fewer than five people
    (Cochran 1954, Biometrics 10). Groups without population count for nothing.

    >>> chi_squared([30, 10], [Fraction(1, 2), Fraction(1, 2)])[:2]
    (10.0, 1)
    """
    from scipy.special import chdtrc

    people = sum(counts)
    pairs = [(n, people * p) for n, p in zip(counts, population, strict=True) if p]
    statistic = float(sum((n - expected) ** 2 / expected for n, expected in pairs))
    degrees = len(pairs) - 1
    p_value = float(chdtrc(degrees, statistic)) if degrees else 1.0
    return statistic, degrees, p_value, all(expected >= 5 for _, expected in pairs)
