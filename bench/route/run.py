"""One simulated conversation under one policy, turn by turn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bench.route.truth import Floats, Truth
from gyda.methods.opinion.live import LiveMap
from gyda.methods.opinion.model import fit
from gyda.methods.opinion.votes import Votes

TICK = 1000  # turns between two sweeps of the statements
SEEDS = 10  # statements that are there from the start
ENOUGH = 20


@dataclass
class Run:
    """The state of a simulated conversation, and its log."""

    truth: Truth
    chance: np.random.Generator
    arrived: NDArray[np.int64]  # (m,) the turn at which each statement came
    answers: NDArray[np.int8]  # (n, m) as given so far
    given: NDArray[np.bool_]  # (n, m)
    steps: NDArray[np.int64]  # (n,)
    live: LiveMap
    mapped: bool  # once there was a first fit
    counts: Floats  # (2 camps, m, 3 answers)
    log: list[tuple[int, int, int, float]] = field(default_factory=list)


Route = Callable[[Run, int, NDArray[np.bool_]], Floats]


def start(truth: Truth, seed: int) -> Run:
    """Open the conversation: ten seeds, the others come evenly over 80 % of it."""
    n, m = truth.agree.shape
    arrived = np.concatenate(
        [np.zeros(SEEDS), np.linspace(0, 0.8 * len(truth.order), m - SEEDS)]
    ).astype(np.int64)
    return Run(
        truth,
        np.random.Generator(np.random.PCG64(seed)),
        arrived,
        np.zeros((n, m), np.int8),
        np.zeros((n, m), bool),
        np.zeros(n, np.int64),
        LiveMap.empty(truth.fit, n),
        False,
        np.zeros((2, m, 3)),
    )


def play(run: Run, route: Route) -> Run:
    """Let everyone take their turns."""
    for turn, person in enumerate(run.truth.order):
        if turn % TICK == 0 and turn:
            _tick(run)
        open_ = (run.arrived <= turn) & ~run.given[person]
        if open_.any():
            _show(run, turn, int(person), route(run, int(person), open_))
    return run


def _show(run: Run, turn: int, person: int, odds: Floats) -> None:
    statement = int(np.searchsorted(np.cumsum(odds), run.chance.random() * odds.sum()))
    truth, lot = run.truth, run.chance.random(2)
    answer = 1 if lot[1] < truth.agree[person, statement] else -1
    answer = 0 if lot[0] < truth.passes[person, statement] else answer
    run.given[person, statement] = True
    run.answers[person, statement] = answer
    run.steps[person] += 1
    run.live.vote(person=person, statement=statement, answer=answer)
    run.counts[truth.camp[person], statement, answer + 1] += 1
    run.log.append((turn, person, statement, float(odds[statement])))


def _tick(run: Run) -> None:
    """Learn the statements anew."""
    people, statements = np.nonzero(run.given)
    ids = [tuple(map(str, range(size))) for size in run.given.shape]
    votes = Votes(
        ids[0],
        ids[1],
        people.astype(np.int32),
        statements.astype(np.int32),
        run.answers[people, statements],
    )
    run.live = LiveMap.after(fit(votes, start=run.live.fit if run.mapped else None), votes)
    run.mapped = True
