"""Intervals for a share that was counted in a sample."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from statistics import NormalDist

from gyda.methods.errors import BadInput
from gyda.methods.shares import wilson as score_interval


def wilson(count: int, people: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the score interval of a share: the one to show beside every share.

    Source: Wilson 1927, JASA 22; recommended for small samples by Brown, Cai and DasGupta 2001,
    Statistical Science 16. Covers about as often as it says, never leaves 0 to 1.
    Raises BadInput `count-out-of-range` or `confidence-out-of-range`.

    >>> [round(end, 4) for end in wilson(1, 16)]
    [0.0111, 0.2833]
    """
    _check(count, people, confidence)
    low, high = score_interval(count, people, NormalDist().inv_cdf((1 + confidence) / 2))
    return 0.0 if count == 0 else low, 1.0 if count == people else high


def clopper_pearson(count: int, people: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share: it never covers less often than it says.

    Source: Clopper and Pearson 1934, Biometrika 26. Wider than Wilson's; for claims that must hold.
    Raises BadInput `count-out-of-range` or `confidence-out-of-range`.

    >>> [round(end, 4) for end in clopper_pearson(1, 16)]
    [0.0016, 0.3023]
    """
    from scipy.special import betaincinv

    _check(count, people, confidence)
    tail = (1 - confidence) / 2
    low = float(betaincinv(count, people - count + 1, tail)) if count else 0.0
    high = float(betaincinv(count + 1, people - count, 1 - tail)) if count < people else 1.0
    return low, high


def _check(count: int, people: int, confidence: float) -> None:
    if people < 1 or not 0 <= count <= people:
        raise BadInput("count-out-of-range", count=count, people=people)
    if not 0 < confidence < 1:
        raise BadInput("confidence-out-of-range", confidence=confidence)
