"""The map as votes come in: one vote is a rank-one change to what is known of one person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from gyda.methods.opinion.model import Fit, expected
from gyda.methods.opinion.sweep import Side, half_sweep
from gyda.methods.opinion.votes import PASS, Floats, Votes


@dataclass(frozen=True)
class Evidence:
    """What one answer to each of m statements says of whoever gives it, in units of the noise.

    With f = (1, w) and the model v = c + b + u·w + noise (model.py), answering v adds ``square``
    = E[f fᵀ]/σ² (m, d, d) to the precision of (b, u), and v·``slope`` − ``offset``
    = (v E[f] − E[c f])/σ², both (m, d), to its right-hand side.
    """

    square: Floats
    slope: Floats
    offset: Floats

    @classmethod
    def of(cls, statements: Side, noise: float) -> Self:
        """Read the evidence off what is believed of the statements."""
        factor = statements.mean.copy()
        factor[:, 0] = 1.0
        square = statements.second_moment()
        offset = square[:, 0].copy()
        offset[:, 0] = statements.mean[:, 0]
        square[:, 0], square[:, :, 0] = factor, factor
        return cls(square / noise, factor / noise, offset / noise)


@dataclass
class LiveMap:
    """Where everyone stands, kept up to date vote by vote between two fits.

    ``fit``: what is believed of the statements; its people are not looked at. ``precision``
    (n, d, d) and ``rhs`` (n, d) hold what is known of each person: 9 numbers on a map of two axes
    (6 different ones and 3). Source: the conjugate update of Bayesian linear regression
    (Bishop 2006, equations 3.50 and 3.51), term by term.
    """

    fit: Fit
    evidence: Evidence
    precision: Floats
    rhs: Floats

    @classmethod
    def empty(cls, fit: Fit, people: int) -> Self:
        """Start with people of whom nothing is known."""
        d = 1 + fit.axes
        precision = np.broadcast_to(np.diag(fit.person_prior), (people, d, d)).copy()
        return cls(fit, Evidence.of(fit.statements, fit.noise), precision, np.zeros((people, d)))

    @classmethod
    def after(cls, fit: Fit, votes: Votes) -> Self:
        """Start with all votes so far, by statements as they are in the fit."""
        live = cls.empty(fit, 0)
        live._gather(votes)
        return live

    def _gather(self, votes: Votes) -> Side:
        fit = self.fit
        people, sums = half_sweep(fit.statements, *votes.opinions, fit.noise, fit.person_prior)
        self.precision = sums.squares / fit.noise + np.diag(fit.person_prior)
        self.rhs = sums.products / fit.noise
        return people

    def welcome(self, people: int) -> None:
        """Make room for that many newcomers, at the end of the rows."""
        fresh = self.empty(self.fit, people)
        self.precision = np.concatenate([self.precision, fresh.precision])
        self.rhs = np.concatenate([self.rhs, fresh.rhs])

    def vote(self, *, person: int, statement: int, answer: int, before: int = PASS) -> None:
        """Take in one answer (+1, −1, or 0 = pass); ``before`` is what it replaces, if anything.

        Costs O(d²), however many people and votes there are. A pass says nothing of her place.
        """
        change = abs(answer) - abs(before)
        if change:
            self.precision[person] += change * self.evidence.square[statement]
            self.rhs[person] -= change * self.evidence.offset[statement]
        self.rhs[person] += (answer - before) * self.evidence.slope[statement]

    def position(self, person: int) -> tuple[Floats, Floats]:
        """Return mean (d,) and covariance (d, d) of one person's (b, u)."""
        cov = np.linalg.inv(self.precision[person])
        return cov @ self.rhs[person], cov

    def people(self) -> Side:
        """Return mean (n, d) and covariance (n, d, d) of everyone's (b, u)."""
        cov: Floats = np.asarray(np.linalg.inv(self.precision))
        return Side(np.einsum("nij,nj->ni", cov, self.rhs), cov)

    def sweep(self, votes: Votes) -> Fit:
        """Learn the statements anew from where people stand, then the people from them.

        ``votes`` must hold all that were taken in, and its rows of people and statements be those
        of the map. This is one round of the fit's own coordinate ascent with variances and axes
        kept; do it every second or thousand votes. Returns the whole as a fit.
        """
        fit, (seen, said) = self.fit, votes.opinions
        learned, _ = half_sweep(
            self.people(), seen.T, said.T, fit.noise, fit.statement_prior, fit.statement_centre
        )
        self.fit = replace(fit, statement_mean=learned.mean, statement_cov=learned.cov)
        self.evidence = Evidence.of(learned, fit.noise)
        people = self._gather(votes)
        self.fit = replace(self.fit, people_mean=people.mean, people_cov=people.cov)
        return self.fit


def drift(votes: Votes, live: Fit, refitted: Fit) -> float:
    """Return by how much two fits differ: root mean square over the votes' expectations.

    Whichever way the axes are turned. A nightly refit that differs by more than a few hundredths
    from the live map means that sweeps came too seldom, or that something is broken.
    """
    one = expected(live, votes.person, votes.statement)[0]
    other = expected(refitted, votes.person, votes.statement)[0]
    return float(np.sqrt(np.mean((one - other) ** 2))) if len(votes) else 0.0
