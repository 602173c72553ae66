"""The model of a conversation: masked variational Bayes of low rank, fitted to opinions alone."""
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# v_ij = c_j + b_i + u_i . w_j + noise for every statement j on which person i agreed (+1) or
# disagreed (-1); what was never asked is never touched, and a pass is no opinion half way between.
# b ~ N(0, 1/tau), u ~ N(0, I), w_a ~ N(0, 1/alpha_a), c ~ N(centre, 1/gamma); tau, alpha, gamma,
# the centre and the noise are learned. Sources: Lim and Teh, "Variational Bayesian approach to
# movie rating prediction" (KDD Cup 2007); Ilin and Raiko, "Practical approaches to principal
# component analysis in the presence of missing values" (JMLR 2010), section 3.3.

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from gyda.methods.opinion.start import first_guess
from gyda.methods.opinion.sweep import Side, Sums, half_sweep
from gyda.methods.opinion.votes import Flags, Floats, Ints, Votes

AXES = 2
SAMPLED_OVER = (
    600_000  # votes: a larger conversation is fitted on a sample of people, then polished
)
SMALLEST = 1e-6  # no variance is learned to be less


@dataclass(frozen=True, eq=False)
class Fit:
    """The posterior of a conversation; d = 1 + axes. Every variance is in units of a vote squared.

    `people_mean` (n, d) = [b, u], `people_cov` (n, d, d), `statement_mean` (m, d) = [c, w],
    `statement_cov` (m, d, d), `noise` = variance of a vote about its expectation, `person_prior`
    (d,) and `statement_prior` (d,) = precisions before any vote, `statement_centre` = mean of c
    before any vote, `person_weight` (n,) = how much each person counts for the statements.
    """

    people_mean: Floats
    people_cov: Floats
    statement_mean: Floats
    statement_cov: Floats
    noise: float
    person_prior: Floats
    statement_prior: Floats
    statement_centre: float
    person_weight: Floats

    @property
    def axes(self) -> int:
        """Return how many axes the map has."""
        return int(self.people_mean.shape[1]) - 1

    @property
    def people(self) -> Side:
        """Return what is believed of the people."""
        return Side(self.people_mean, self.people_cov)

    @property
    def statements(self) -> Side:
        """Return what is believed of the statements."""
        return Side(self.statement_mean, self.statement_cov)


def fit(
    votes: Votes,
    axes: int = AXES,
    *,
    start: Fit | None = None,
    weight: Floats | None = None,
    sweeps: int = 25,
    tolerance: float = 1e-3,
) -> Fit:
    """Fit the model; from `start` (an earlier fit of the same statements) few sweeps do.

    `weight` (n,) in [0, 1] is how much each person counts towards the statements; their own place
    always rests on all their votes. Stops when the noise changes by less than `tolerance` of
    itself. Without `start` the axes come turned to their principal directions, the strongest first;
    with it they lie as they lay.
    """
    weights = np.ones(votes.n) if weight is None else np.asarray(weight, float)
    cold = start is None
    if start is None and votes.opinions[0].nnz > SAMPLED_OVER:
        start, sweeps = _of_a_sample(votes, axes, weights, sweeps, tolerance), 2
    state = _opening(votes, axes, weights) if start is None else _reopened(start, votes, weights)
    data = _prepared(votes, weights)
    for _ in range(sweeps):
        before = state.noise
        state = _sweep(state, data)
        if abs(state.noise - before) < tolerance * before:
            break
    return _turned(state, votes) if cold else state


@dataclass(frozen=True, eq=False)
class _Data:
    """The opinions as the sweeps need them: by person, and by statement with people's weights.

    `count` (n,) = weighted opinions of each person, `balance` (n,) = the weighted sum of them,
    `squares` = the weighted sum of all their squares (as many as opinions, if none is half way),
    `here` (n,) and `asked` (m,) = those of whom there is an opinion.
    """

    seen: csr_array
    said: csr_array
    seen_by: csr_array
    said_by: csr_array
    count: Floats
    balance: Floats
    squares: float
    here: Flags
    asked: Flags


def _prepared(votes: Votes, weight: Floats) -> _Data:
    seen, said = votes.opinions
    count = np.diff(seen.indptr)
    return _Data(
        seen,
        said,
        _weighted(seen, weight),
        _weighted(said, weight),
        weight * count,
        weight * votes.balance,
        float(weight @ votes.squares),
        count > 0,
        votes.asked > 0,
    )


def _sweep(state: Fit, data: _Data) -> Fit:
    """People given statements, statements given people, then the variances given both."""
    people, _ = half_sweep(state.statements, data.seen, data.said, state.noise, state.person_prior)
    prior, centre = state.statement_prior, state.statement_centre
    statements, sums = half_sweep(people, data.seen_by, data.said_by, state.noise, prior, centre)
    moved = replace(
        state,
        people_mean=people.mean,
        people_cov=people.cov,
        statement_mean=statements.mean,
        statement_cov=statements.cov,
        noise=_noise(people, statements, sums, data),
    )
    return _with_priors(moved, data)


def _weighted(matrix: csr_array, weight: Floats) -> csr_array:
    """Return the transpose, in which each person's votes count for their weight."""
    if (weight == 1.0).all():
        return matrix.T
    per_row = np.repeat(weight.astype(np.float32), np.diff(matrix.indptr))
    return csr_array((matrix.data * per_row, matrix.indices, matrix.indptr), matrix.shape).T


def _noise(people: Side, statements: Side, sums: Sums, data: _Data) -> float:
    """Return E[(v - c - b - u.w)^2] per vote, from sums that are there already."""
    votes = float(data.count.sum())
    if not votes:
        return 1.0
    b = people.mean[:, 0]
    offsets = data.count @ (b**2 + people.cov[:, 0, 0]) - 2 * (data.balance @ b)
    fitted = (sums.squares * statements.second_moment()).sum()
    total = data.squares + offsets + fitted - 2 * (statements.mean * sums.products).sum()
    return max(float(total) / votes, 1e-2)


def _with_priors(state: Fit, data: _Data) -> Fit:
    """Learn the variances from those people and statements of whom there is a vote."""
    if not data.here.any():
        return state
    b = state.people_mean[:, 0] ** 2 + state.people_cov[:, 0, 0]
    c, w = state.statement_mean[data.asked, 0], state.statements.second_moment()[data.asked]
    centre = float(c.mean())
    spread = np.einsum("maa->a", w) / len(w)
    spread[0] = ((c - centre) ** 2 + state.statement_cov[data.asked, 0, 0]).mean()
    leaning = max(float(b @ data.here) / int(data.here.sum()), 1e-4)
    floor = np.concatenate([[1e-3], np.full(state.axes, SMALLEST)])
    return replace(
        state,
        person_prior=np.concatenate([[1 / leaning], np.ones(state.axes)]),
        statement_prior=1 / np.maximum(spread, floor),
        statement_centre=centre,
    )


def _opening(votes: Votes, axes: int, weight: Floats) -> Fit:
    """Start from the strongest directions of what statements' means leave unsaid."""
    mean, cov = first_guess(*votes.opinions, axes)
    spread = np.maximum((mean[:, 1:] ** 2).mean(axis=0) if votes.m else np.zeros(axes), 1e-3)
    d = 1 + axes
    return Fit(
        people_mean=np.zeros((votes.n, d)),
        people_cov=np.broadcast_to(np.eye(d), (votes.n, d, d)),
        statement_mean=mean,
        statement_cov=cov,
        noise=0.5,
        person_prior=np.concatenate([[10.0], np.ones(axes)]),
        statement_prior=np.concatenate([[2.0], 1 / spread]),
        statement_centre=float(mean[:, 0].mean()) if votes.m else 0.0,
        person_weight=weight,
    )


def _reopened(start: Fit, votes: Votes, weight: Floats) -> Fit:
    """Keep what was learned of the statements; the people follow from it in the first sweep."""
    d = 1 + start.axes
    new = votes.m - len(start.statement_mean)
    unknown = np.zeros((max(new, 0), d))
    unknown[:, 0] = start.statement_centre
    broad = np.broadcast_to(np.diag(1 / start.statement_prior), (len(unknown), d, d))
    return replace(
        start,
        people_mean=np.zeros((votes.n, d)),
        people_cov=np.broadcast_to(np.eye(d), (votes.n, d, d)),
        statement_mean=np.concatenate([start.statement_mean, unknown]),
        statement_cov=np.concatenate([start.statement_cov, broad]),
        person_weight=weight,
    )


def _of_a_sample(votes: Votes, axes: int, weight: Floats, sweeps: int, tolerance: float) -> Fit:
    """Fit every so-many-th person, enough of them to know the statements roughly."""
    rows = np.arange(0, votes.n, -(-len(votes) // (SAMPLED_OVER // 2)), dtype=np.int32)
    sample = votes.of_people(rows)
    return fit(sample, axes, weight=weight[rows], sweeps=sweeps, tolerance=tolerance)


def _turned(state: Fit, votes: Votes) -> Fit:
    """Turn the axes so that the first moves most votes, and to the side with the longer tail."""
    asked = votes.asked.astype(float)
    w = state.statement_mean[:, 1:]
    _, turn = np.linalg.eigh((w * asked[:, None]).T @ w)
    turn = turn[:, ::-1]
    turn = turn * np.where((asked[:, None] * (w @ turn) ** 3).sum(axis=0) < 0, -1.0, 1.0)
    return turned(state, turn)


def turned(state: Fit, turn: Floats) -> Fit:
    """Return the same fit with its axes turned (or mirrored) by an orthogonal (axes, axes)."""
    whole = np.eye(1 + state.axes)
    whole[1:, 1:] = turn
    spread = np.diag(turn.T @ np.diag(1 / state.statement_prior[1:]) @ turn)
    return replace(
        state,
        people_mean=state.people_mean @ whole,
        people_cov=whole.T @ state.people_cov @ whole,
        statement_mean=state.statement_mean @ whole,
        statement_cov=whole.T @ state.statement_cov @ whole,
        statement_prior=np.concatenate([state.statement_prior[:1], 1 / spread]),
    )


def expected(state: Fit, person: Ints, statement: Ints) -> tuple[Floats, Floats]:
    """Return the mean and the variance of the votes of these people on these statements, (v,) each.

    The variance holds what is not known of the person and the statement, and the noise.
    """
    x, y = state.people_mean[person], state.statement_mean[statement]
    p, q = state.people_cov[person], state.statement_cov[statement]
    mean = y[:, 0] + x[:, 0] + (x[:, 1:] * y[:, 1:]).sum(axis=1)
    f, g = y.copy(), x.copy()
    f[:, 0] = g[:, 0] = 1.0
    unsure = np.einsum("va,vab,vb->v", f, p, f) + np.einsum("va,vab,vb->v", g, q, g)
    both = (p[:, 1:, 1:] * q[:, 1:, 1:]).sum(axis=(1, 2))
    return mean, unsure + both + state.noise
