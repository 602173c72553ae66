"""How many groups there are: as many as come back when votes and people are left out, or none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gyda.methods.opinion.agreement import adjusted_rand_index
from gyda.methods.opinion.clusters import k_means, nearest
from gyda.methods.opinion.model import Fit, fit
from gyda.methods.opinion.places import Places, places
from gyda.methods.opinion.votes import Floats, Ints, Votes

MOST = 5  # groups
FEWEST_PEOPLE = 10  # in a group that is published
STABLE = 0.8  # mean index over resamples that two groups need
VERY_STABLE = 0.9  # and that more than two need: a finer cut must earn its place
RESAMPLES, FEW_RESAMPLES = 36, 12  # the latter when there are many votes and so less chance
MANY_VOTES = 30_000
LEFT_OUT = 0.1  # share of the votes that each resample leaves out
LOOKED_AT = 2000  # people: of a larger conversation, every so-many-th
CUT_BY = 6000  # people whose places decide where the cuts lie
SWEEPS = 4

OnStep = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Stability:
    """How well each number of groups came back: `index[k]` = mean adjusted Rand index.

    `k` is the number chosen, 0 for none; `why` says so: `stable`, `not-stable` or
    `too-few-people` (not even two groups of ten can be told apart).
    """

    k: int
    why: str
    index: dict[int, float]
    resamples: int = 0


def cuts(where: Places) -> dict[int, Floats]:
    """Return the centres (k, axes) of the placed people for every k whose groups are all of ten."""
    rows = np.flatnonzero(where.placed)
    rows = rows[:: max(1, -(-len(rows) // CUT_BY))]
    points, weight = where.at[rows], where.sure[rows]
    found = {}
    for k in range(2, MOST + 1):
        if len(points) < k * FEWEST_PEOPLE:
            break
        centres = k_means(points, weight, k)
        if np.bincount(nearest(points, centres), minlength=k).min() >= FEWEST_PEOPLE:
            found[k] = centres
    return found


def stability(
    votes: Votes, state: Fit, where: Places, seed: int, on_step: OnStep | None = None
) -> Stability:
    """Choose how many groups to show, by refitting with a tenth of the votes left out each time.

    The number is the largest with mean index >= 0.9, else 2 if its index is >= 0.8, else none; two
    standard errors are taken off each mean first, since few people make it unsure.
    Source: Ben-Hur, Elisseeff and Guyon, "A stability based method for discovering structure in
    clustered data" (2002); Hubert and Arabie (1985) for the index.
    """
    full = cuts(where)
    if not full:
        return Stability(0, "too-few-people", {})
    rows = np.flatnonzero(where.placed).astype(np.int32)
    rows = rows[:: -(-len(rows) // LOOKED_AT)]
    sample = votes.of_people(rows)
    known = {k: nearest(where.at[rows], centres) for k, centres in full.items()}
    scores: dict[int, list[float]] = {k: [] for k in known}
    many = RESAMPLES if len(sample) < MANY_VOTES else FEW_RESAMPLES
    for number in range(many):
        again = _again(sample, state, known, np.random.PCG64([seed, number]))
        for k, score in again.items():
            scores[k].append(score)
        if on_step is not None:
            on_step(number + 1, many)
    index = {k: float(np.mean(values)) for k, values in scores.items()}
    k = chosen(
        {k: index[k] - 2 * float(np.std(values)) / many**0.5 for k, values in scores.items()}
    )
    return Stability(k, "stable" if k else "not-stable", index, many)


def chosen(index: dict[int, float]) -> int:
    """Return the number of groups to show, given what the mean index of each surely is.

    >>> chosen({2: 0.91, 3: 0.86}), chosen({2: 0.95, 3: 0.93}), chosen({2: 0.7, 3: 0.82})
    (2, 3, 0)
    """
    very = [k for k, score in index.items() if score >= VERY_STABLE]
    return max(very) if very else 2 * (index.get(2, 0.0) >= STABLE)


def _again(
    sample: Votes, state: Fit, known: dict[int, Ints], bits: np.random.PCG64
) -> dict[int, float]:
    """Leave out votes, fit and cut again, and compare with the cuts of all votes."""
    kept = np.random.Generator(bits).random(len(sample)) >= LEFT_OUT
    part = sample.only(kept)
    there = places(part, fit(part, start=state, sweeps=SWEEPS))
    here, points = there.placed, there.at[there.placed]
    if here.sum() < max(known):
        return dict.fromkeys(known, 0.0)
    return {
        k: adjusted_rand_index(label[here], nearest(points, k_means(points, there.sure[here], k)))
        for k, label in known.items()
    }
