"""What is measured of a simulated conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from bench.route.run import ENOUGH, Run
from bench.route.truth import Floats
from gyda.methods.opinion.live import LiveMap


def votes_to_enough(run: Run) -> Floats:
    """Return, for each statement that came after the start, the turns until its twentieth vote."""
    waits = []
    log = np.array([(turn, statement) for turn, _, statement, _ in run.log])
    for statement in np.flatnonzero(run.arrived > 0):
        turns = log[log[:, 1] == statement, 0]
        enough = turns[ENOUGH - 1] if len(turns) >= ENOUGH else np.inf
        waits.append(enough - run.arrived[statement])
    return np.array(waits)


def camp_error(run: Run) -> float:
    """Return the root mean square error of the shares of agreement, by camp and statement."""
    truth = run.truth
    estimate = (run.counts[:, :, 2] + 0.5) / (run.counts[:, :, 0] + run.counts[:, :, 2] + 1)
    real = np.stack([truth.agree[truth.camp == camp].mean(0) for camp in (0, 1)])
    return float(np.sqrt(np.mean((estimate - real) ** 2)))


def placed_after(run: Run, first: int = 10) -> float:
    """Return R² of the places found from each person's first ten votes, by the true statements."""
    truth = run.truth
    live = LiveMap.empty(truth.fit, len(truth.place))
    taken = np.zeros(len(truth.place), int)
    for _, person, statement, _ in run.log:
        if taken[person] < first:
            live.vote(
                person=person, statement=statement, answer=int(run.answers[person, statement])
            )
            taken[person] += 1
    full = taken == first
    found, real = live.people().mean[full, 1:], truth.place[full]
    return float(1 - ((found - real) ** 2).sum() / ((real - real.mean(0)) ** 2).sum())
