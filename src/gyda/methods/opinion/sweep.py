"""One half of a sweep of the model: people given statements, or statements given people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gyda.methods.opinion.votes import Floats


@dataclass(frozen=True, eq=False)
class Side:
    """What is believed of all people, or of all statements: a Gaussian each.

    `mean` (rows, 1 + axes): first the offset (b of people, c of statements), then the factors;
    `cov` (rows, 1 + axes, 1 + axes).
    """

    mean: Floats
    cov: Floats

    def second_moment(self) -> Floats:
        """Return E[x x'] of each row."""
        return self.mean[:, :, None] * self.mean[:, None, :] + self.cov


def half_sweep(
    other: Side, seen: csr_array, said: csr_array, noise: float, prior: Floats, centre: float = 0.0
) -> tuple[Side, "Sums"]:
    """Return the posterior of one side given the other, with the sums that it rests on.

    Rows of `seen` and `said` are the side asked for. Precision = prior + sum E[f f'] / noise with
    f = [1, factors]; mean = cov (sum (v f - E[offset f]) / noise + prior * [centre, 0...]).
    """
    sums = _sums(other, seen, said)
    cov = inverse(sums.squares / noise + np.diag(prior))
    right = sums.products / noise
    right[:, 0] += prior[0] * centre
    mean: Floats = np.einsum("nij,nj->ni", cov, right)
    return Side(mean, cov), sums


def inverse(matrices: Floats) -> Floats:
    """Return the inverse of each positive definite (d, d) of (n, d, d), by Gauss and Jordan.

    All n at once, pivot by pivot: several times quicker than one small matrix after the other.
    """
    a = np.ascontiguousarray(np.moveaxis(matrices, 0, -1))
    for pivot in range(len(a)):
        scale = 1 / a[pivot, pivot]
        row = a[pivot] * scale
        row[pivot] = scale
        for other in range(len(a)):
            if other != pivot:
                factor = a[other, pivot].copy()
                a[other, pivot] = 0.0
                a[other] -= factor * row
        a[pivot] = row
    return np.moveaxis(a, -1, 0)


@dataclass(frozen=True, eq=False)
class Sums:
    """Over each row's votes: `squares` = sum E[f f'] (rows, d, d), `products` (rows, d)."""

    squares: Floats
    products: Floats


def _sums(other: Side, seen: csr_array, said: csr_array) -> Sums:
    """Every sum over votes is a column of one sparse product."""
    d = other.mean.shape[1]
    upper = np.triu_indices(d)
    f = other.mean.copy()
    f[:, 0] = 1.0
    moment = other.second_moment()
    offset = moment[:, 0, :].copy()
    offset[:, 0] = other.mean[:, 0]
    square = moment
    square[:, 0, :] = square[:, :, 0] = f
    columns = np.concatenate([square[:, upper[0], upper[1]], offset], axis=1)
    summed = np.asarray(seen @ columns.astype(np.float32), float)
    products = np.asarray(said @ f.astype(np.float32), float) - summed[:, len(upper[0]) :]
    squares = np.empty((d, d, len(summed)))
    squares[upper] = squares[upper[::-1]] = summed[:, : len(upper[0])].T
    return Sums(np.moveaxis(squares, -1, 0), products)
