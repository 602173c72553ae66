"""k-means of weighted points from a fixed start, so that the same points give the same clusters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.opinion.votes import Floats, Ints

ROUNDS = 60


def k_means(points: Floats, weight: Floats, k: int) -> Floats:
    """Return k centres (k, axes) of the points (n, axes), each counted for its weight (n,).

    Starts from bisection: again and again the cluster with the largest inertia is cut across its
    longest direction (Boley, "Principal direction divisive partitioning", 1998); then Lloyd's
    rounds until nothing moves. Centres are in the order of their first coordinate.
    """
    label = np.zeros(len(points), np.int32)
    for found in range(1, k):
        label = _cut(points, weight, label, found)
    centres = lloyd(points, weight, _centres(points, weight, label, k))
    return centres[np.lexsort(centres.T[::-1])]


def lloyd(points: Floats, weight: Floats, centres: Floats, rounds: int = ROUNDS) -> Floats:
    """Return the centres after Lloyd's rounds of moving each to the mean of its nearest points."""
    label = nearest(points, centres)
    for _ in range(rounds):
        centres = np.where(
            np.bincount(label, minlength=len(centres))[:, None] > 0,
            _centres(points, weight, label, len(centres)),
            centres,
        )
        moved = nearest(points, centres)
        if (moved == label).all():
            break
        label = moved
    return centres


def nearest(points: Floats, centres: Floats) -> Ints:
    """Return which centre is nearest to each point, (n,) int32; the first of equals."""
    away = (centres**2).sum(axis=1) - 2 * (points @ centres.T)
    return np.asarray(away.argmin(axis=1), np.int32)


def _centres(points: Floats, weight: Floats, label: Ints, k: int) -> Floats:
    total = np.bincount(label, weight, k)
    sums = [np.bincount(label, weight * column, k) for column in points.T]
    return np.stack(sums, axis=1) / np.maximum(total, 1e-300)[:, None]


def _cut(points: Floats, weight: Floats, label: Ints, found: int) -> Ints:
    """Cut the cluster with the largest inertia in two, across its longest direction."""
    centres = _centres(points, weight, label, found)
    away = points - centres[label]
    inertia = np.bincount(label, weight * (away**2).sum(axis=1), found)
    largest = label == inertia.argmax()
    part, heavy = away[largest], weight[largest]
    _, turn = np.linalg.eigh((part * heavy[:, None]).T @ part)
    side = part @ turn[:, -1] > 0
    cut = label.copy()
    cut[np.flatnonzero(largest)[side]] = found
    return cut
