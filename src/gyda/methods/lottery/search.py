"""Many panels at once by dropping and adding one person at a time, with a short memory."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import numpy.typing as npt

from gyda.methods.lottery.model import Model

Single = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Moves = tuple[npt.NDArray[np.intp], Mask]
LANES = 16
STEPS = 50
PENALTIES = np.geomspace(0.1, 2, 8)
_NEVER = np.float32(-1e9)


class Search:
    """A tabu search (Glover 1989) in lockstep: one matrix product scores every move of a lane.

    A step drops the unit that costs least and adds the one that gives most; a broken quota
    costs a penalty per head, another in each lane, so that a lane may pass through panels that
    are not valid.
    """

    def __init__(self, model: Model, seed: int) -> None:
        """Prepare the rows of a model; `seed` settles ties and tenures."""
        self.rows = np.ascontiguousarray(model.rows, np.float32)
        self.columns = np.ascontiguousarray(self.rows.T)
        self.lower, self.upper = model.lower.astype(np.float32), model.upper.astype(np.float32)
        self.least, self.most = model.least.astype(np.float32), model.most.astype(np.float32)
        self.random = np.random.Generator(np.random.PCG64(seed))

    def climb(self, start: Single, weights: Single, steps: int) -> tuple[Single, Single]:
        """Return the best valid panel of each lane (B, T) and its worth (B,), −inf if none.

        `start`, `weights`: (B, T); weights are best scaled to lie within about −1..1.
        """
        lanes = np.arange(len(start))
        x, counts = start.copy(), start @ self.columns
        best, worth = start.copy(), np.full(len(start), -np.inf, np.float32)
        tabu_drop = np.zeros(x.shape, np.int32)
        tabu_add = np.zeros(x.shape, np.int32)
        penalty = np.resize(PENALTIES, len(start)).astype(np.float32)[:, None]
        value = np.einsum("bt,bt->b", x, weights)
        legal = np.ones(len(start), bool)
        for step in range(steps):
            broken = np.maximum(self.lower - counts, 0) + np.maximum(counts - self.upper, 0)
            better = legal & (broken.sum(1) == 0) & (value > worth)
            best[better], worth[better] = x[better], value[better]
            tenure = self.random.integers(2, 8, len(lanes), np.int32)
            out, could = self._drop(x, counts, weights / penalty, tabu_drop > step)
            x[lanes, out] -= 1
            counts -= self.columns[out]
            tabu_add[lanes, out] = step + tenure
            into, can = self._add(x, counts, weights / penalty, tabu_add > step)
            x[lanes, into] += 1
            counts += self.columns[into]
            tabu_drop[lanes, into] = step + tenure
            legal &= could & can
            value += weights[lanes, into] - weights[lanes, out]
        return best, worth

    def _drop(self, x: Single, counts: Single, weights: Single, tabu: Mask) -> Moves:
        costs = (counts <= self.lower).astype(np.float32) - (counts > self.upper)
        score = -costs @ self.rows - weights
        score[(x <= self.least) | tabu] = _NEVER
        return _chosen(score)

    def _add(self, x: Single, counts: Single, weights: Single, tabu: Mask) -> Moves:
        costs = (counts >= self.upper).astype(np.float32) - (counts < self.lower)
        score = -costs @ self.rows + weights
        score[(x >= self.most) | tabu] = _NEVER
        return _chosen(score)


def _chosen(score: Single) -> Moves:
    """Return the best move of each lane, and whether it is one."""
    best = score.argmax(1)
    return best, score[np.arange(len(score)), best] > _NEVER / 2
