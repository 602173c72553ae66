"""The policies that are compared: even chances, Polis's published formula, and ours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from bench.route.run import ENOUGH, Run
from bench.route.truth import Floats
from gyda.methods.opinion.routing.chances import (
    DEFAULT,
    Policy,
    Pool,
    chances,
    information,
    votes_near,
)

Bools = NDArray[np.bool_]
NOISE = 0.05


def even(run: Run, person: int, open_: Bools) -> Floats:
    """Every open statement alike (what Polis served from March 2025 to July 2026)."""
    return np.asarray(open_ / open_.sum())


def polis(run: Run, person: int, open_: Bools) -> Floats:
    """The published weight: [ (1−p)(E+1)a · (1 + 8·2^(−S/5)) ]²; extremity from the last tick."""
    disagree, passes, agree = run.counts.sum(0).T
    seen = disagree + passes + agree
    extremity = np.linalg.norm(run.live.fit.statement_mean[:, 1:], axis=1) * run.mapped
    liked, passed = (agree + 1) / (seen + 2), (passes + 1) / (seen + 2)
    weight = (1 - passed) * (extremity + 1) * liked * (1 + 8 * 2.0 ** (-seen / 5))
    odds = np.where(open_, weight**2, 0.0)
    return np.asarray(odds / odds.sum())


def ours(run: Run, person: int, open_: Bools, policy: Policy = DEFAULT) -> Floats:
    """The package's own: a few informative ones first, then fewest votes first among her like."""
    by_camp = run.counts.sum(2)
    mean, cov = run.live.position(person)
    told, likely = None, 0.5
    if run.mapped:
        told = information(run.live.fit.statement_mean, cov, run.live.fit.noise)
        likely = float(ndtr(mean[1] / np.sqrt(cov[1, 1])))  # her chance of standing on the right
    near = votes_near(by_camp, [1 - likely, likely])
    none = np.zeros(len(open_), bool)
    pool = Pool(near, by_camp.sum(0), told, none, none)
    return chances(pool, open_=open_, step=int(run.steps[person]), policy=policy)


def fewest(run: Run, person: int, open_: Bools) -> Floats:
    """Fewest votes first, whoever comes: the anchor of opinion.md, section 4.5."""
    votes = np.where(open_, run.counts.sum((0, 2)), np.inf)
    least = votes == votes.min()
    return np.asarray(least / least.sum())


def informed(run: Run, person: int, open_: Bools) -> Floats:
    """The other anchor: the highest log(1 + wᵀCw/σ²) + 1.5/√(S + 1), with slight noise."""
    told = np.zeros(len(open_))
    if run.mapped:
        _, cov = run.live.position(person)
        told = information(run.live.fit.statement_mean, cov, run.live.fit.noise)
    score = told + 1.5 / np.sqrt(run.counts.sum((0, 2)) + 1)
    score += NOISE * run.chance.standard_normal(len(score))
    odds = np.zeros(len(open_))
    odds[np.where(open_, score, -np.inf).argmax()] = 1.0
    return odds


def newest(run: Run, person: int, open_: Bools) -> Floats:
    """The floor: whoever comes is shown the oldest statement that lacks votes; else even."""
    lacks = open_ & (run.counts.sum((0, 2)) < ENOUGH)
    if not lacks.any():
        return even(run, person, open_)
    odds = np.zeros(len(open_))
    odds[np.flatnonzero(lacks)[0]] = 1.0
    return odds
