"""The three lists of a conversation: what joins all, what bridges the divide, what divides."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from gyda.methods.opinion.intervals import (
    LEVEL,
    PRIOR,
    Ranking,
    ranking,
    share_draws,
    share_interval,
)
from gyda.methods.opinion.model import Fit
from gyda.methods.opinion.votes import Flags, Floats, Ints, Votes

DRAWS = 200
VETO_PEOPLE, VETO_SHARE = 10, 0.02  # a group smaller than either has no veto on consensus
ENOUGH_SIDE = 5  # opinions from each side of each axis that a bridging statement needs
NET = 0.5  # and the share of them that agrees must be more


@dataclass(frozen=True)
class Lists:
    """Statements ranked three ways.

    `consensus`: the share that agrees (of agree, disagree and pass) in the group that agrees
    least, from 0 to 1. `bridging`: the model's c, the vote of somebody in the middle of every
    axis, about -1 to 1; it fits only if most on both sides of each axis agree, and its lower bound,
    by which it ranks, is no higher than that of the side that agrees least.
    `contested`: |w|, how far a vote moves with one's place on the map.
    """

    consensus: Ranking
    bridging: Ranking
    contested: Ranking


def lists(votes: Votes, state: Fit, tallies: Floats, sizes: Ints, seed: int) -> Lists:
    """Rank all statements; `tallies` (groups, m, 3) of the groups, or of everyone as one group."""
    random = np.random.Generator(np.random.PCG64([seed, 1]))
    asked = np.bincount(votes.statement, minlength=votes.m) > 0
    return Lists(
        consensus=_consensus(tallies, sizes, asked, random),
        bridging=_bridging(votes, state, asked, random),
        contested=_contested(state, asked, random),
    )


def has_veto(sizes: Ints) -> Flags:
    """Return which groups are large enough to stop a consensus, (groups,)."""
    return np.asarray(sizes >= max(VETO_PEOPLE, VETO_SHARE * sizes.sum()), bool)


def _consensus(
    tallies: Floats,
    sizes: Ints,
    asked: Flags,
    random: np.random.Generator,
) -> Ranking:
    """Take the least bound over the groups, never a product that shrinks with their number."""
    counted = tallies[has_veto(sizes)] if has_veto(sizes).any() else tallies.sum(0, keepdims=True)
    agree, whole = counted[:, :, 2], counted.sum(axis=2)
    low, high = share_interval(agree, whole)
    draws = share_draws(agree, whole, DRAWS, random).min(axis=1)
    value = ((agree + PRIOR) / (whole + 2 * PRIOR)).min(axis=0)
    return ranking(value, low.min(axis=0), high.min(axis=0), draws, asked)


def _bridging(
    votes: Votes,
    state: Fit,
    asked: Flags,
    random: np.random.Generator,
) -> Ranking:
    """Rank by c, held down by the side of an axis that agrees least (Community Notes' net minimum).

    Held down, not cut off: at a hard gate one vote would throw a statement from the top to the end.
    """
    c, spread = state.statement_mean[:, 0], np.sqrt(state.statement_cov[:, 0, 0])
    width = ndtri((1 + LEVEL) / 2) * spread
    sides = both_sides(votes, state)
    agree, opinions = sides[:, :, 2], sides[:, :, 0] + sides[:, :, 2]
    least, _ = share_interval(agree, opinions)
    ceiling = 2 * share_draws(agree, opinions, DRAWS, random).min(axis=1) - 1
    draws = np.minimum(c + spread * random.standard_normal((DRAWS, len(c))), ceiling)
    low = np.where(asked, np.minimum(c - width, 2 * least.min(axis=0) - 1), c - width)
    fits = asked & ((opinions >= ENOUGH_SIDE) & (agree > NET * opinions)).all(axis=0)
    key = np.where(asked, low, -np.inf)
    return ranking(c, low, c + width, np.where(asked, draws, -np.inf), fits, key)


def both_sides(votes: Votes, state: Fit) -> Floats:
    """Return disagree, pass, agree on each side of each axis, (2 axes, m, 3).

    Whoever is not surely on a side counts on both, for the chance that they stand there: at a sharp
    line one vote would carry a person's whole record across it. Source: Wojcik et al., "Birdwatch:
    crowd wisdom and bridging algorithms" (2022) and the later net-helpful minimums of Community
    Notes, whose sides are those of a sign.
    """
    spread = np.sqrt(np.einsum("naa->na", state.people_cov)[:, 1:])
    right = ndtr(state.people_mean[:, 1:] / np.maximum(spread, 1e-12))
    whole = state.person_weight
    everyone = votes.tally(weight=None if (whole == 1).all() else whole)
    on_right = np.concatenate([votes.tally(weight=whole * chance) for chance in right.T])
    return np.concatenate([everyone - on_right, on_right])


def _contested(
    state: Fit,
    asked: Flags,
    random: np.random.Generator,
) -> Ranking:
    w = state.statement_mean[:, 1:]
    root = np.linalg.cholesky(state.statement_cov[:, 1:, 1:]) if len(w) else np.zeros((0, 1, 1))
    noise = random.standard_normal((DRAWS, *w.shape))
    draws = np.sqrt(((w + np.einsum("mab,rmb->rma", root, noise)) ** 2).sum(axis=2))
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(draws, [tail, 1 - tail], axis=0)
    return ranking(np.sqrt((w**2).sum(axis=1)), low, high, draws, asked)
