"""The map as votes come in: one vote is a rank-one change to what is known of one person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Self

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int32]
NO_OPINION = 0  # a pass says nothing of where a person stands


@dataclass(frozen=True)
class Evidence:
    """What one answer to each of m items says of whoever gives it, in units of the noise.

    With f = (1, w) and the model v = c + b + u·w + noise (opinion-map.md), answering v adds
    ``square`` = E[f fᵀ]/σ² to the precision of (b, u) and v·``slope`` − ``offset``,
    = (v E[f] − E[c f])/σ², to its right-hand side. People and statements change places freely.
    """

    square: Floats  # (m, d, d)
    slope: Floats  # (m, d)
    offset: Floats  # (m, d)

    @classmethod
    def of(cls, mean: Floats, cov: Floats, noise: float) -> Self:
        """Read the evidence off the posterior (m, d), (m, d, d) of items, first entry the level."""
        factor = mean.copy()
        factor[:, 0] = 1.0
        square = factor[:, :, None] * factor[:, None, :]
        square[:, 1:, 1:] += cov[:, 1:, 1:]
        offset = mean[:, :1] * factor
        offset[:, 1:] += cov[:, 0, 1:]
        return cls(square / noise, factor / noise, offset / noise)


@dataclass(frozen=True)
class Sums:
    """Precision (n, d, d) and right-hand side (n, d) of the posterior of n people."""

    precision: Floats
    rhs: Floats

    def posterior(self) -> tuple[Floats, Floats]:
        """Return mean (n, d) and covariance (n, d, d)."""
        cov = np.linalg.inv(self.precision)
        return np.einsum("nij,nj->ni", cov, self.rhs), cov


def gather(table: sp.csr_array, evidence: Evidence, prior: Floats, centre: float = 0.0) -> Sums:
    """Sum the evidence of all answers.

    ``table`` (n, m) holds each answer as +1 or −1; ``prior`` (d,) is the precision before any
    answer, ``centre`` the prior mean of the first entry.
    """
    size = len(prior)
    upper = np.triu_indices(size)
    seen = sp.csr_array((np.abs(table.data), table.indices, table.indptr), shape=table.shape)
    fixed = seen @ np.hstack([evidence.square[:, upper[0], upper[1]], evidence.offset])
    rhs = table @ evidence.slope - fixed[:, -size:]
    rhs[:, 0] += prior[0] * centre
    precision = np.empty((table.shape[0], size, size))
    precision[:, upper[0], upper[1]] = precision[:, upper[1], upper[0]] = fixed[:, :-size]
    precision[:, np.arange(size), np.arange(size)] += prior
    return Sums(precision, rhs)


def opinions(
    person: Indices, statement: Indices, answer: NDArray[np.int8], shape: tuple[int, int]
) -> sp.csr_array:
    """Return the table (n, m) of agree (+1) and disagree (−1); passes are left out."""
    told = answer != NO_OPINION
    return sp.csr_array(
        (answer[told].astype(np.float64), (person[told], statement[told])), shape=shape
    )


@dataclass
class LiveMap:
    """Where everyone stands, kept up to date vote by vote between two fits.

    >>> statements = Evidence.of(np.array([[0.2, 1.0], [0.0, -1.0]]), np.zeros((2, 2, 2)), 0.5)
    >>> live = LiveMap.empty(people=3, statements=statements, prior=np.array([4.0, 1.0]))
    >>> live.vote(person=0, statement=0, answer=1)
    >>> live.vote(person=0, statement=1, answer=-1)
    >>> live.position(0)[0].round(3).tolist()
    [-0.05, 0.72]
    >>> live.vote(person=0, statement=1, answer=1, before=-1)  # thought again
    >>> live.position(0)[0].round(3).tolist()
    [0.45, -0.08]
    """

    statements: Evidence
    prior: Floats
    precision: Floats
    rhs: Floats

    @classmethod
    def empty(cls, *, people: int, statements: Evidence, prior: Floats) -> Self:
        """Start with people of whom nothing is known. ``prior`` (d,): precisions of (b, u)."""
        size = len(prior)
        precision = np.broadcast_to(np.diag(prior), (people, size, size)).copy()
        return cls(statements, prior, precision, np.zeros((people, size)))

    @classmethod
    def after(cls, table: sp.csr_array, *, statements: Evidence, prior: Floats) -> Self:
        """Start with all answers so far: ``table`` as ``opinions`` gives it."""
        sums = gather(table, statements, prior)
        return cls(statements, prior, sums.precision, sums.rhs)

    def welcome(self, people: int) -> None:
        """Make room for that many newcomers, at the end of the rows."""
        fresh = self.empty(people=people, statements=self.statements, prior=self.prior)
        self.precision = np.concatenate([self.precision, fresh.precision])
        self.rhs = np.concatenate([self.rhs, fresh.rhs])

    def vote(self, *, person: int, statement: int, answer: int, before: int = NO_OPINION) -> None:
        """Take in one answer (+1, −1, or 0 = pass); ``before`` is what it replaces, if anything.

        Costs O(d²), however many people and votes there are.
        """
        change = abs(answer) - abs(before)
        if change:
            self.precision[person] += change * self.statements.square[statement]
            self.rhs[person] -= change * self.statements.offset[statement]
        self.rhs[person] += (answer - before) * self.statements.slope[statement]

    def position(self, person: int) -> tuple[Floats, Floats]:
        """Return mean (d,) and covariance (d, d) of one person's (b, u)."""
        cov = np.linalg.inv(self.precision[person])
        return cov @ self.rhs[person], cov

    def positions(self) -> tuple[Floats, Floats]:
        """Return mean (n, d) and covariance (n, d, d) of everyone's (b, u)."""
        return Sums(self.precision, self.rhs).posterior()

    def sweep(
        self, table: sp.csr_array, *, noise: float, prior: Floats, centre: float = 0.0
    ) -> tuple[Floats, Floats]:
        """Learn the statements anew from where people stand, then the people from them.

        One round of the fit's own coordinate ascent, from the point reached so far. ``table`` must
        hold all answers that were taken in. Returns mean (m, d) and covariance (m, d, d) of (c, w).
        """
        people = Evidence.of(*self.positions(), noise)
        mean, cov = gather(table.T.tocsr(), people, prior, centre).posterior()
        self.statements = Evidence.of(mean, cov, noise)
        sums = gather(table, self.statements, self.prior)
        self.precision, self.rhs = sums.precision, sums.rhs
        return mean, cov
