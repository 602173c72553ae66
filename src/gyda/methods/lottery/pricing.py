"""Whole-number programmes over single panels: the best one, any one, and who is in none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.search import LANES, STEPS, Search
from gyda.methods.lottery.solver import Programme


def best_panel(model: Model, prices: Floats, seconds: float = 600) -> tuple[Counts, float]:
    """Return the panel x (T,) with the largest prices @ x, and what no panel can pass.

    Raises NoPanel when no panel meets the quotas.
    """
    programme = panel_programme(model, prices, seconds)
    answer = programme.solve()
    return np.rint(answer.columns).astype(np.int64), max(answer.bound, answer.value)


def panel_programme(model: Model, prices: Floats, seconds: float) -> Programme:
    """Return the programme max prices @ x over all panels x."""
    programme = Programme(prices, model.least, model.most, whole=True, seconds=seconds)
    programme.add_rows(csr_matrix(model.rows), model.lower, model.upper)
    return programme


def cover(model: Model, panels: Counts, seed: int, seconds: float = 600) -> tuple[Counts, Counts]:
    """Return panels (N, T) that hold every type that any panel holds, and the other types.

    `panels`: some valid ones to begin with. What the search cannot reach, a programme looks for
    that holds as many of the types in question as it can; the last proves that there is none.
    """
    search = Search(model, seed)
    while (missing := _missing(model, panels)).any():
        start = np.resize(panels, (2 * LANES, model.width)).astype(np.float32)
        weights = np.tile(missing.astype(np.float32), (len(start), 1))
        found, worth = search.climb(start, weights, 2 * STEPS)
        new = found[np.isfinite(worth)].astype(np.int64)
        if not new[:, missing].any():
            new = best_panel(model, missing.astype(float), seconds)[0][None]
        if not new[:, missing].any():
            break
        panels = np.unique(np.concatenate([panels, new[new[:, missing].any(1)]]), axis=0)
    return panels, np.flatnonzero(missing | (model.most <= 0))


def _missing(model: Model, panels: Counts) -> npt.NDArray[np.bool_]:
    held = np.asarray(panels.any(axis=0), bool)
    missing: npt.NDArray[np.bool_] = np.logical_and(model.most > 0, ~held)
    return missing
