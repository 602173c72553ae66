"""Is routing still doing its work? Outcomes, not code: a bug once served even chances unseen."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.routing.exposure import Shown
from gyda.methods.shares import gini

ENOUGH = 20
LEAST = 200  # lines of the log below which nothing can be said
EVEN = 0.25  # nats above even chances below which routing prefers nothing
SLOW = 0.7  # of the wait under even chances
SURE = 5.0  # standard errors


@dataclass(frozen=True)
class Watch:
    """A night's figures and the alarms they raise.

    ``median``, ``p90``: votes in the conversation from a statement's coming to its twentieth
    (statements that still wait count with their wait so far, if it is longer). ``if_even``: the
    same median if chances were even. ``gini`` of votes per statement. ``preference``: mean of
    log(chance × open statements) of what was shown, in nats; 0 = even chances. ``kept``: mean of
    1/(chance × open statements), which is 1 when what is shown follows the chances in the log.
    ``alarms``: of "even-chances", "chances-not-kept", "slow".
    """

    median: float
    p90: float
    if_even: float
    gini: float
    preference: float
    kept: float
    alarms: tuple[str, ...]


def waits(statements: Sequence[int], came: Mapping[int, int], enough: int = ENOUGH) -> list[int]:
    """Return how many votes each statement in ``came`` waited for its last needed one.

    One that has not enough yet counts with its wait so far if that is longer than the median.

    ``statements``: what each vote of the conversation was on, in order; ``came``: at which vote
    (position in that order) each statement was published. Sorted by statement.

    >>> waits([0, 1, 1, 0, 1], {0: 0, 1: 1}, enough=2)
    [4, 2]
    """
    places: dict[int, list[int]] = {one: [] for one in came}
    for place, one in enumerate(statements):
        if one in places and len(places[one]) < enough:
            places[one].append(place)
    end = len(statements)
    done = {one: at[-1] + 1 - came[one] for one, at in places.items() if len(at) == enough}
    typical = float(np.median(list(done.values()))) if done else 0.0
    waiting = {one: end - came[one] for one in places if one not in done}
    late = {one: wait for one, wait in waiting.items() if wait > typical}
    return [wait for _, wait in sorted((done | late).items())]


def watch(log: Sequence[Shown], came: Mapping[int, int], enough: int = ENOUGH) -> Watch:
    """Compute the figures from the exposure log, in order; lines by link are left out."""
    routed = [shown for shown in log if not shown.linked]
    found = waits([shown.statement for shown in routed], came, enough)
    votes = np.bincount([shown.statement for shown in routed], minlength=max(came, default=0) + 1)
    lift = np.array([shown.chance * shown.among for shown in routed])
    median, p90 = np.percentile(found, [50, 90]).tolist() if found else (0.0, 0.0)
    if_even = enough * float(np.mean([shown.among for shown in routed] or [0]))
    preference = float(np.log(lift).mean()) if len(lift) else 0.0
    kept = float((1 / lift).mean()) if len(lift) else 1.0
    alarms = _alarms(lift, median, if_even) if len(routed) >= LEAST else ()
    share = gini(votes[sorted(came)])
    return Watch(median, p90, if_even, share, preference, kept, alarms)


def _alarms(lift: NDArray[np.float64], median: float, if_even: float) -> tuple[str, ...]:
    inverse = 1 / lift
    error = float(max(inverse.std(), 1.0)) / len(inverse) ** 0.5
    raised = {
        "even-chances": float(np.log(lift).mean()) < EVEN,
        "chances-not-kept": abs(float(inverse.mean()) - 1) > SURE * error,
        "slow": median > SLOW * if_even,
    }
    return tuple(name for name, on in raised.items() if on)
