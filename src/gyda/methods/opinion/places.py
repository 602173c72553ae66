"""Where people stand on the map: their place, how sure it is, and who may be placed at all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from gyda.methods.opinion.model import Fit
from gyda.methods.opinion.votes import Flags, Floats, Ints, Votes

ENOUGH = 7  # opinions, or all statements if there are fewer: then a person has a place


@dataclass(frozen=True, eq=False)
class Places:
    """The map of people: `at` (n, axes) and `cov` (n, axes, axes), in votes moved per statement.

    `placed` (n,) is False for those who gave too few opinions; `sure` (n,) in [0, 1] is the share
    of a person's place that rests on their votes and not on the prior.
    """

    at: Floats
    cov: Floats
    placed: Flags
    sure: Floats


def places(votes: Votes, fit: Fit) -> Places:
    """Return where everyone stands; each axis is scaled by how far it moves a typical vote."""
    size = 1 / np.sqrt(fit.statement_prior[1:])
    seen = votes.opinions[0]
    enough = min(ENOUGH, int((votes.asked > 0).sum()))
    placed = np.diff(seen.indptr) >= max(enough, 1)
    cov = fit.people_cov[:, 1:, 1:] * np.outer(size, size)
    unsure = np.einsum("naa->n", cov) / (size**2).sum()
    return Places(fit.people_mean[:, 1:] * size, cov, placed, np.clip(1 - unsure, 0.01, 1.0))


def certainty(map_of: Places, centres: Floats, label: Ints) -> Floats:
    """Return how surely each person is nearer to their own centre than to any other, (n,).

    The smallest, over the other centres, of the chance that a point drawn from the person's
    ellipse lies on their side of the line half way between the two centres.
    """
    lowest = np.ones(len(label))
    for own in range(len(centres)):
        mine = np.flatnonzero(label == own)
        at, cov = map_of.at[mine], map_of.cov[mine]
        for other in range(len(centres)):
            way = centres[own] - centres[other]
            if not way.any():
                continue
            margin = (at - (centres[own] + centres[other]) / 2) @ way
            spread = np.sqrt(cov.reshape(len(mine), -1) @ np.outer(way, way).ravel())
            lowest[mine] = np.minimum(lowest[mine], ndtr(margin / np.maximum(spread, 1e-12)))
    return lowest
