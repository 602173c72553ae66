"""The policies that are compared: even chances, Polis's published formula, and ours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from numpy.typing import NDArray

from bench.route.run import Run
from bench.route.truth import Floats
from gyda.methods.opinion.routing.chances import DEFAULT, Policy, Pool, chances, information

Bools = NDArray[np.bool_]


def even(run: Run, person: int, open_: Bools) -> Floats:
    """Every open statement alike (what Polis served from March 2025 to July 2026)."""
    return np.asarray(open_ / open_.sum())


def polis(run: Run, person: int, open_: Bools) -> Floats:
    """The published weight: [ (1−p)(E+1)a · (1 + 8·2^(−S/5)) ]²; extremity from the last tick."""
    disagree, passes, agree = run.counts.sum(0).T
    seen = disagree + passes + agree
    extremity = np.linalg.norm(run.mean[:, 1:], axis=1)
    liked, passed = (agree + 1) / (seen + 2), (passes + 1) / (seen + 2)
    weight = (1 - passed) * (extremity + 1) * liked * (1 + 8 * 2.0 ** (-seen / 5))
    odds = np.where(open_, weight**2, 0.0)
    return np.asarray(odds / odds.sum())


def ours(run: Run, person: int, open_: Bools, policy: Policy = DEFAULT) -> Floats:
    """The package's own: a few informative ones first, then fewest votes first among her like."""
    by_camp = run.counts.sum(2)
    mean, cov = run.live.position(person)
    told = None
    if run.mean.any() and run.steps[person] < policy.start:
        told = information(run.mean, cov, run.truth.noise)
    side = mean[1] / np.sqrt(cov[1, 1])
    likely = 1 / (1 + np.exp(-1.6 * side))  # her chance of standing on the right
    near = (1 - likely) * by_camp[0] + likely * by_camp[1]
    none = np.zeros(len(open_), bool)
    return chances(
        Pool(near, by_camp.sum(0), told, none, none),
        open_=open_,
        step=int(run.steps[person]),
        policy=policy,
    )
