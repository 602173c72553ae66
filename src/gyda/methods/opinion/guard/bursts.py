"""Bursts: more people at once than even the busy hours of the conversation bring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import pdtrc

from gyda.methods.opinion.votes import Ints

BUSY = 75  # percentile of the hours with anyone at all that stands for "busy"
RARE = 0.001  # false alarms in a whole conversation at that rate


@dataclass(frozen=True, eq=False)
class Burst:
    """A span [start, end) in which ``people`` (indices) came; ``usual``: the busy rate."""

    start: int
    end: int
    people: Ints
    usual: float


def bursts(came: ArrayLike, *, length: int = 3_600_000) -> list[Burst]:
    """Find spans of ``length`` in which too many came; ``came`` (n,) in the same unit (ms).

    Spans overlap by half, so that none is cut in two; those that touch are told as one. A span is a
    burst when so many would come with probability less than RARE over the number of spans, if
    people came as independently and as often as in a busy span (Poisson). A mention on the radio
    makes a burst as well: it is a reason to look, and never alone a reason to leave votes out.
    """
    times = np.asarray(came, dtype=np.int64)
    if not len(times):
        return []
    half, first = max(1, length // 2), int(times.min())
    bins = np.bincount((times - first) // half)
    spans = bins + np.append(bins[1:], 0)
    usual = max(1.0, float(np.percentile(spans[spans > 0], BUSY)))
    hot = np.flatnonzero(pdtrc(spans - 1.0, usual) < RARE / len(spans))
    runs = np.split(hot, np.flatnonzero(np.diff(hot) > 1) + 1) if len(hot) else []
    return [
        _burst(times, first + int(r[0]) * half, first + int(r[-1] + 2) * half, usual) for r in runs
    ]


def _burst(times: ArrayLike, start: int, end: int, usual: float) -> Burst:
    at = np.asarray(times)
    return Burst(start, end, np.flatnonzero((at >= start) & (at < end)).astype(np.int32), usual)
