"""Water levels of one project for many endowments at once, between proven bounds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.budgets.profile import Floats, Ints

ROUNDING = 2.0**-52
BUMP = 1e-9  # how far above the level its upper bound is sought, relative


def prices_of(
    purses: Floats,
    weight: Floats,
    points: Ints | None,
    cost: float,
    start: Floats,
    error: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Bound the level l at which sum(weight * min(purse, l * points)) is the cost.

    purses: shape (supporters, endowments), their weighted error in all at most `error`, shape
    (endowments,). start: lower bounds of the levels. The sum is concave in l, so a tangent from
    below never passes the root, and a tangent from above bounds it from below. Returns the level,
    its lower bound (infinite: they surely cannot pay) and upper bound (infinite: perhaps not).
    """
    each = purses if points is None else purses / points[:, None]
    units = weight if points is None else weight * points
    slack = error + (len(weight) + 16) * 4 * ROUNDING * cost
    level, low, high = np.zeros(len(start)), np.zeros(len(start)), np.full(len(start), np.inf)
    todo, at = np.arange(len(start)), start * (1 + BUMP)
    with np.errstate(divide="ignore", invalid="ignore"):
        while len(todo):
            over = units @ np.minimum(each, at) - cost
            rich = units @ (each >= at)
            level[todo], high[todo] = at - over / rich, at
            low[todo] = (at - (over + slack) / rich) * (1 - 1e-13)
            short = over < slack
            high[todo[short]] = np.inf
            if not short.any():
                break
            low[todo[short]] = np.where((over + slack)[short] < 0, np.inf, 0)
            short &= rich > 0
            at = (at + (2 * slack - over) / rich * (1 + 1e-15))[short]
            todo, slack, each = todo[short], slack[short], each[:, short]
    return level, low, high
