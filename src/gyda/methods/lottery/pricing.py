"""Whole-number programmes over single panels: the best one, any one, and who is in none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from scipy.sparse import csr_matrix

from gyda.methods.lottery.model import Counts, Floats, Model
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


def unselectable(model: Model, panels: Counts, seconds: float = 600) -> Counts:
    """Return the types, by position, that no panel holds; `panels` (N, T) are some that do.

    Each programme finds a panel with as many of the types in question as it can; the last one
    proves that there is none.
    """
    open_types = (model.most > 0) & ~panels.any(axis=0)
    programme = panel_programme(model, open_types.astype(float), seconds)
    while open_types.any():
        programme.set_cost(open_types.astype(float))
        found = np.rint(programme.solve().columns) > 0
        if not (found & open_types).any():
            break
        open_types &= ~found
    return np.flatnonzero(open_types | (model.most <= 0))
