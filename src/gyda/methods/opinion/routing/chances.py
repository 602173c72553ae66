"""The chance with which each open statement is shown next to one person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Policy:
    """How statements are shared out; the defaults are those that bench.route measures.

    ``start``: a person's first so many statements are informative ones (they place her on the map).
    ``keenness``: how sharply the most informative is preferred. ``slack``: the fewest-votes-first
    order is blurred by so many votes. ``fair``: this share of every chance is spread evenly, so
    that none is 0 and inverse-probability weights stay bounded. ``enough``, ``seed_lead``: until it
    has enough votes, an organiser's seed counts as having so many votes fewer. ``meta_every``:
    statements about the process itself are shown at most at each so-manieth step.
    """

    start: int = 4
    keenness: float = 8.0
    slack: float = 1.0
    fair: float = 0.05
    enough: int = 20
    seed_lead: int = 3
    meta_every: int = 3
    turn: int = 2


DEFAULT = Policy()


@dataclass(frozen=True)
class Pool:
    """The m statements of a conversation as they stand for one person.

    ``votes`` (m,): answers so far from people like her (``votes_near``). ``information`` (m,): what
    her answer would tell of where she stands (``information``); None when there is no map yet.
    """

    votes: Floats
    total: Floats
    information: Floats | None
    seed: Bools
    meta: Bools


def information(statement_mean: Floats, person_cov: Floats, noise: float) -> Floats:
    """Return how much each answer is expected to tell of a person's place: log(1 + wᵀ C w / σ²).

    ``statement_mean`` (m, 1+k) = (c, w); ``person_cov`` (1+k, 1+k) of (b, u). This is the gain in
    the determinant of her precision (D-optimal design: Chaloner & Verdinelli 1995, section 2.2),
    in nats and doubled.

    >>> information(np.array([[0.0, 1.0], [0.9, 0.0]]), np.eye(2), 0.5).round(3).tolist()
    [1.099, 0.0]
    """
    factors = statement_mean[:, 1:]
    spread = np.einsum("mi,ij,mj->m", factors, person_cov[1:, 1:], factors)
    return np.asarray(np.log1p(spread / noise))


def votes_near(votes: ArrayLike, membership: ArrayLike) -> Floats:
    """Return votes so far (m,) from people like her.

    ``votes`` (g, m) counts answers by group and statement, ``membership`` (g,) says how surely she
    is in each group (sums to 1; all equal for a newcomer).

    >>> votes_near([[8, 0], [2, 4]], [0.5, 0.5]).tolist()
    [5.0, 2.0]
    """
    return np.asarray(np.asarray(membership, float) @ np.asarray(votes, float))


def chances(pool: Pool, *, open_: Bools, step: int, policy: Policy = DEFAULT) -> Floats:
    """Return the chance (m,) of each statement to be shown at this person's step (from 0).

    ``open_`` (m,): published, not her own, not answered yet. The chances sum to 1, or are all 0
    when nothing is open.

    >>> pool = Pool(np.array([40.0, 3.0, 0.0]), None, np.zeros(3, bool), np.zeros(3, bool))
    >>> chances(pool, open_=np.array([True, True, False]), step=9).round(3).tolist()
    [0.025, 0.975, 0.0]
    """
    may = _allowed(pool, open_, step, policy)
    if not may.any():
        return np.zeros(len(may))
    score = _score(pool, may, step, policy)
    keen = np.exp(np.where(may, score, -np.inf) - score[may].max())
    even = may / may.sum()
    return np.asarray((1 - policy.fair) * keen / keen.sum() + policy.fair * even)


def _allowed(pool: Pool, open_: Bools, step: int, policy: Policy) -> Bools:
    """Leave statements about the process out of all but each third step, unless nothing else is."""
    if step % policy.meta_every == policy.meta_every - 1:
        return open_
    return open_ & ~pool.meta


def _score(pool: Pool, may: Bools, step: int, policy: Policy) -> Floats:
    needy = may & (pool.total < policy.enough)
    waits = needy.any() and (step % 2 == policy.turn if policy.turn < 2 else True)
    if pool.information is not None and step < policy.start and not waits:
        return np.asarray(policy.keenness * pool.information)
    return _by_fewest(pool, policy)


def _by_fewest(pool: Pool, policy: Policy) -> Floats:
    lead = policy.seed_lead * (pool.seed & (pool.votes < policy.enough))
    return np.asarray(-(pool.votes - lead) / policy.slack)


@dataclass(frozen=True)
class Shown:
    """One line of the exposure log: what was shown to whom at which step, with which chance.

    ``chance``: of this statement at this step. ``reach``: the chance that the steps before had left
    it open, times ``chance``. ``linked``: she came by a direct link to it, nothing was drawn.
    """

    person: int
    statement: int
    step: int
    chance: float
    reach: float
    linked: bool = False


def draw(odds: Floats, lot: float) -> int:
    """Return the statement on which a lot in [0, 1) falls.

    >>> draw(np.array([0.25, 0.0, 0.75]), 0.3)
    2
    """
    ends = np.cumsum(odds)
    place = int(np.searchsorted(ends, lot * ends[-1], side="right"))
    return min(place, int(np.flatnonzero(odds)[-1]))


def lot(key: bytes, person: str, step: int) -> float:
    """Return a lot in [0, 1) that only the holder of the key can foresee, the same every time.

    >>> round(lot(b"a secret of the conversation", "p17", 4), 6)
    0.413087
    """
    digest = sha256(b"\x00".join([key, person.encode(), str(step).encode()])).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
