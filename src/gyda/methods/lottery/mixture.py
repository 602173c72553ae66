"""Weights of panels whose mean is as near to given chances as the panels allow."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix, eye, hstack

from gyda.methods.lottery.model import Counts, Floats
from gyda.methods.lottery.solver import INFINITY, Programme

Solve = Callable[[Floats], Floats]
ROUNDS = 80
STEP = 0.99
BLOCK = 1024  # panels whose part of the normal equations is worked out at a time
CERTAIN = 0.05  # prices this close to the best ones serve as well to find new panels


@dataclass(frozen=True)
class Nearest:
    """Weights (N,) of the panels, what they miss in all, and prices (T,) of what is missing.

    No mixture of the same panels misses less than prices @ target − max(panels @ prices).
    """

    weights: Floats
    missed: float
    prices: Floats


def nearest(panels: Counts, target: Floats, enough: float) -> Nearest:
    """Return the mixture of panels (N, T) with the least Σ|mean − target|.

    A primal-dual interior-point method (Mehrotra 1992) on min Σ(s⁺ + s⁻) over λ, s ≥ 0 with
    panelsᵀ λ + s⁺ − s⁻ = target and Σ λ = 1; dense, since panels are, and warm in its middle:
    it gives the weights room, so that few panels are needed beside those that are found.
    Ends when it misses at most `enough`, or proves that it will miss more.
    """
    rows = np.ones((panels.shape[1] + 1, len(panels)))
    mixed = rows[:-1]
    mixed[:] = panels.T
    aim = np.append(target, 1.0)
    point = _Point.start(rows, aim)
    for _ in range(ROUNDS):
        missed = float(np.abs(target - mixed @ point.weights()).sum())
        prices = np.clip(point.y[:-1], -1, 1)
        proved = float(prices @ target - (prices @ mixed).max())
        if missed <= enough or missed - proved <= CERTAIN * proved:
            break
        point.step(rows, aim)
    return Nearest(point.weights(), missed, prices)


def nearest_corner(panels: Counts, target: Floats, enough: float) -> Nearest:
    """Return the same by the simplex method: slower, with prices at a corner, fit for a cut.

    Prices are ≥ 0: what is missed counts, and what is too much is missed elsewhere.
    """
    del enough
    number, types = panels.shape
    costs = np.concatenate([np.zeros(number), -np.ones(types)])
    programme = Programme(costs, np.zeros(len(costs)), np.full(len(costs), INFINITY))
    programme.option("presolve", "off")
    rows = csr_matrix(hstack([csr_matrix(panels.T.astype(float)), eye(types)]))
    programme.add_rows(rows, target, np.full(types, INFINITY))
    programme.add_row(np.arange(number), np.ones(number), 1.0, 1.0)
    answer = programme.solve()
    weights = np.maximum(answer.columns[:number], 0)
    missed = float(np.abs(target - weights @ panels).sum())
    return Nearest(weights / weights.sum(), missed, np.clip(-answer.duals[:types], 0, 1))


@dataclass
class _Point:
    """An interior point: v = (λ, s⁺, s⁻) > 0, prices y of the rows, z > 0 = reduced costs."""

    v: Floats
    y: Floats
    z: Floats

    @staticmethod
    def start(rows: Floats, aim: Floats) -> "_Point":
        """Return a point that is feasible for both the programme and its dual."""
        number = rows.shape[1]
        even = np.full(number, 1 / number)
        short = (aim - rows @ even)[:-1]
        spare = np.abs(short).mean() + 1e-3
        v = np.concatenate([even, np.maximum(short, 0) + spare, np.maximum(-short, 0) + spare])
        y = np.append(np.zeros(len(short)), -1.0)
        return _Point(v, y, np.ones(len(v)))

    def weights(self) -> Floats:
        """Return λ, made to sum to one."""
        part = self.v[: len(self.v) - 2 * (len(self.y) - 1)]
        weights: Floats = part / part.sum()
        return weights

    def step(self, rows: Floats, aim: Floats) -> None:
        """Go one predictor-corrector step."""
        v, z = self.v, self.z
        scale = v / z
        solve = _normal(rows, scale)
        missing = aim - _times(rows, v)
        off = _costs(rows, len(v)) - _transposed(rows, self.y) - z
        gap = v @ z / len(v)
        guess = self._direction(rows, solve, missing, off, -v * z)
        reach = _longest(v, guess[0]), _longest(z, guess[2])
        ahead = (v + reach[0] * guess[0]) @ (z + reach[1] * guess[2]) / len(v)
        target = (ahead / gap) ** 3 * gap - v * z - guess[0] * guess[2]
        dv, dy, dz = self._direction(rows, solve, missing, off, target)
        along, across = STEP * _longest(v, dv), STEP * _longest(z, dz)
        self.v, self.y, self.z = v + along * dv, self.y + across * dy, z + across * dz

    def _direction(
        self, rows: Floats, solve: Solve, missing: Floats, off: Floats, target: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """Return the Newton step (dv, dy, dz) towards v·z = v·z + target."""
        v, z = self.v, self.z
        dy = solve(missing + _times(rows, (v * off - target) / z))
        dz = off - _transposed(rows, dy)
        return (target - v * dz) / z, dy, dz


def _normal(rows: Floats, scale: Floats) -> Solve:
    """Return what solves rows·diag(scale)·rowsᵀ y = b, slacks included."""
    types = len(rows) - 1
    number = rows.shape[1]
    matrix = np.zeros((types + 1, types + 1))
    for first in range(0, number, BLOCK):
        part = slice(first, first + BLOCK)
        half = rows[:, part] * np.sqrt(scale[:number][part])
        matrix += half @ half.T
    diagonal = np.append(scale[number : number + types] + scale[number + types :], 0.0)
    matrix[np.diag_indices_from(matrix)] += diagonal
    factor = _factor(matrix)
    return lambda b: cho_solve(factor, b, check_finite=False)


def _factor(matrix: Floats) -> tuple[Floats, bool]:
    """Factor a matrix that is positive definite but for rounding."""
    bump = 1e-13 * np.trace(matrix) / len(matrix)
    while True:
        matrix[np.diag_indices_from(matrix)] += bump
        try:
            factor: tuple[Floats, bool] = cho_factor(matrix, lower=True, check_finite=False)
            return factor
        except np.linalg.LinAlgError:
            bump *= 100


def _times(rows: Floats, v: Floats) -> Floats:
    types, number = len(rows) - 1, rows.shape[1]
    result: Floats = rows @ v[:number]
    result[:-1] += v[number : number + types] - v[number + types :]
    return result


def _transposed(rows: Floats, y: Floats) -> Floats:
    return np.concatenate([y @ rows, y[:-1], -y[:-1]])


def _costs(rows: Floats, length: int) -> Floats:
    costs = np.ones(length)
    costs[: rows.shape[1]] = 0
    return costs


def _longest(v: Floats, dv: Floats) -> float:
    """Return the longest step that keeps v ≥ 0, at most 1."""
    falling = dv < 0
    return float(min(1.0, (-v[falling] / dv[falling]).min(initial=1.0)))
