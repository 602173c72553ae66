"""Shares of agreement and where a statement ranks, each with how sure that is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.special import betaincinv, digamma, expit, polygamma

from gyda.methods.opinion.votes import Flags, Floats, Ints

LEVEL = 0.9  # of every interval
PRIOR = 0.5  # Jeffreys


@dataclass(frozen=True, eq=False)
class Ranking:
    """One list of all statements: `order` (m,) best first, and per statement (m,) the rest.

    `value` is the estimate with 90 % interval `low`..`high`; statements are ordered by `low`, so
    that nothing leads on few votes. `rank` counts from 1; `rank_low`..`rank_high` is its 90 %
    interval. `fits` is False for statements that cannot be on the list, which come last.
    """

    value: Floats
    low: Floats
    high: Floats
    rank: Ints
    rank_low: Ints
    rank_high: Ints
    fits: Flags

    @property
    def order(self) -> Ints:
        """Return the statements, best first, those that cannot be on the list last."""
        return np.asarray(np.argsort(self.rank, kind="stable"), np.int32)


def share_interval(part: Floats, whole: Floats, level: float = LEVEL) -> tuple[Floats, Floats]:
    """Return the Jeffreys interval of part / whole, any shape.

    Source: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion" (2001), 4.1.
    """
    a, b = part + PRIOR, whole - part + PRIOR
    tail = (1 - level) / 2
    low = np.where(part <= 0, 0.0, betaincinv(a, b, tail))
    high = np.where(part >= whole, 1.0, betaincinv(a, b, 1 - tail))
    return low, high


def share_draws(part: Floats, whole: Floats, many: int, random: np.random.Generator) -> Floats:
    """Return draws of the share from its Jeffreys posterior, (many, *shape).

    The log odds of a Beta(a, b) are taken as normal with its own mean and variance.
    """
    a, b = part + PRIOR, whole - part + PRIOR
    spread = np.sqrt(polygamma(1, a) + polygamma(1, b))
    odds = digamma(a) - digamma(b) + spread * random.standard_normal((many, *a.shape))
    return np.asarray(expit(odds))


def ranking(
    value: Floats,
    low: Floats,
    high: Floats,
    draws: Floats,
    fits: Flags,
    key: Floats | None = None,
) -> Ranking:
    """Rank by `low` those that fit, or all by a `key` (m,), with the interval of each rank.

    Every draw (r, m) is one world that the votes allow; a statement's rank is counted in each.
    """
    many = len(value)
    worlds = _ranks(np.where(fits, draws, -np.inf) if key is None else draws)
    key = np.where(fits, low, -np.inf) if key is None else key
    rank = _ranks(key[None, :])[0]
    tail = (1 - LEVEL) / 2
    if many:
        first, last = np.quantile(worlds, [tail, 1 - tail], axis=0, method="nearest")
    else:
        first = last = rank
    return Ranking(
        value,
        low,
        high,
        rank,
        np.minimum(first, rank).astype(np.int32),
        np.maximum(last, rank).astype(np.int32),
        fits,
    )


def _ranks(values: Floats) -> Ints:
    """Return each column's rank in its row, from 1 for the largest; equals as they stand."""
    order = np.argsort(-values, axis=1, kind="stable")
    rank = np.empty(values.shape, np.int32)
    counted = np.broadcast_to(np.arange(1, values.shape[1] + 1, dtype=np.int32), values.shape)
    np.put_along_axis(rank, order, counted, axis=1)
    return rank
