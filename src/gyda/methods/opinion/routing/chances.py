"""The chance with which each open statement is shown next to one person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from hmac import digest

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Policy:
    """How statements are shared out; the defaults are those that bench.route measures.

    Whoever comes, a statement that lacks ``enough`` votes goes first: without that no newcomer
    would be heard in time (docs/methods/routing.md has the figures). Else a person's first
    ``start`` statements are informative ones, which place her on the map, about four of the six;
    ``keenness`` says how sharply the most informative is preferred. After that those with the
    fewest votes from people like her; ``slack`` blurs that order by so many votes. ``fair``: this
    share of every chance is spread evenly, so that none is 0 and inverse-probability weights stay
    bounded. ``seed_lead``: until it has enough, an organiser's seed counts as having so many votes
    fewer. ``meta_every``: statements about the process itself are shown at most at each
    so-manieth step.
    """

    start: int = 6
    keenness: float = 8.0
    slack: float = 1.0
    fair: float = 0.05
    enough: int = 20
    seed_lead: int = 3
    meta_every: int = 3


DEFAULT = Policy()


@dataclass(frozen=True)
class Pool:
    """The m statements of a conversation as they stand for one person.

    ``votes`` (m,): answers so far from people like her (``votes_near``). ``total`` (m,): answers
    so far from everyone. ``information`` (m,): what
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
    when nothing may be shown.

    >>> votes, none = np.array([40.0, 3.0, 0.0]), np.zeros(3, bool)
    >>> pool = Pool(votes, votes, None, none, none)
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
    """Leave statements about the process out of all but each third step."""
    if step % policy.meta_every == policy.meta_every - 1:
        return open_
    return open_ & ~pool.meta


def _score(pool: Pool, may: Bools, step: int, policy: Policy) -> Floats:
    waiting = bool((may & (pool.total < policy.enough)).any())
    if pool.information is None or step >= policy.start or waiting:
        return _by_fewest(pool, policy)
    return np.asarray(policy.keenness * pool.information)


def _by_fewest(pool: Pool, policy: Policy) -> Floats:
    lead = policy.seed_lead * (pool.seed & (pool.votes < policy.enough))
    return np.asarray(-(pool.votes - lead) / policy.slack)


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
    0.648804
    """
    drawn = digest(key, b"\x00".join([person.encode(), str(step).encode()]), "sha256")
    return int.from_bytes(drawn[:8], "big") / 2**64
