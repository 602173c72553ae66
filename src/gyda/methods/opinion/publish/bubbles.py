"""Where people stand, ten or more to a bubble, so that no bubble is anybody."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.votes import Floats

LEAST = 10  # people in a bubble
MOST = 150  # bubbles, about


@dataclass(frozen=True)
class Bubble:
    """People near each other: the middle of them (axes,), how many, of which group (-1: none)."""

    at: Floats
    people: int
    group: int


def bubbles(found: OpinionMap) -> Iterator[Bubble]:
    """Yield the bubbles: each group is halved until a half would be under ten people."""
    where, label = found.places, found.groups.label
    for group in range(-1, found.groups.k):
        rows = np.flatnonzero(where.placed & (label == group))
        if len(rows) >= LEAST:
            most = max(2 * LEAST, len(where.at) // MOST)
            for at, people in _halved(where.at[rows, :2], most):
                yield Bubble(at, people, group)


def _halved(points: Floats, most: int) -> Iterator[tuple[Floats, int]]:
    if len(points) < most:
        yield np.round(points.mean(axis=0), 2), len(points)
        return
    order = points[:, np.ptp(points, axis=0).argmax()].argsort(kind="stable")
    half = len(order) // 2
    yield from _halved(points[order[:half]], most)
    yield from _halved(points[order[half:]], most)
