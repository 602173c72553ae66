"""A week's asks brought to people: rounds of exact assignment, nobody asked beyond their load."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.matching import score
from gyda.methods.matching.columns import Ints
from gyda.methods.matching.model import Community
from gyda.methods.matching.ranking import Fits, fits
from gyda.methods.matching.reasons import Match

PATIENCE = 28  # days after which an ask waits no harder
FAIR = 1_000  # lots within a thousandth of a point


def week(community: Community, *, people: int = 3, width: int = 30, seed: str = "") -> list[Match]:
    """Return whom to ask for what this week: up to `people` for each ask.

    In each round every ask is brought to at most one more person and every person hears of at most
    one more ask, so that the sum of scores is the greatest possible (a maximum-weight matching,
    found by shortest augmenting paths: Jonker and Volgenant 1987, Computing 38). An ask that has
    waited counts up to half as much again where two want the same helper. Between rounds, those
    just asked move back in turn; whoever has as many asks as they want is left out.
    """
    found = fits(community, width=width, seed=seed)
    lot = score.Lots.of(found.columns, seed).of_pairs(found.ask, found.helper)
    asked = np.zeros(len(found.columns.people.rows), dtype=np.int64)
    open_pairs = np.ones(len(found.ask), dtype=np.bool_)
    chosen: list[int] = []
    for _round in range(people):
        open_pairs &= asked[found.helper] < found.columns.people.most[found.helper]
        rows = np.flatnonzero(open_pairs)
        picked = rows[_matched(found, rows, _worth(found, rows, asked, lot))]
        if not len(picked):
            break
        chosen += picked.tolist()
        asked[found.helper[picked]] += 1
        open_pairs[picked] = False
    return found.matches(np.array(sorted(chosen), dtype=np.int64))


def _matched(found: Fits, rows: Ints, worth: NDArray[np.float64]) -> Ints:
    """Return which of the rows are in the best matching of one round."""
    if not len(rows):
        return rows
    asks, ask = np.unique(found.ask[rows], return_inverse=True)
    helpers, helper = np.unique(found.helper[rows], return_inverse=True)
    alone = np.arange(len(asks))  # an ask may go to nobody: worth nothing
    dear = float(worth.max()) + 1.0
    costs = np.concatenate([dear - worth, np.full(len(asks), dear)])
    graph = _sparse(
        costs,
        np.concatenate([ask, alone]),
        np.concatenate([helper, len(helpers) + alone]),
        (len(asks), len(helpers) + len(asks)),
    )
    return _rows_of(graph, ask, helper, len(helpers))


def _worth(found: Fits, rows: Ints, asked: Ints, lot: Ints) -> NDArray[np.float64]:
    """Return the value of each pair: whole numbers, the lot in the last three digits."""
    told = found.columns
    total = found.points[rows] + score.turn(told, asked)[found.helper[rows]]
    waiting = np.minimum(told.waiting[found.ask[rows]], PATIENCE)
    total = total + total * waiting // (2 * PATIENCE)
    return (total * FAIR + lot[rows] + 1).astype(np.float64)


def _sparse(costs: Any, rows: Ints, columns: Ints, shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    return csr_array((costs, (rows, columns)), shape=shape)


def _rows_of(graph: Any, ask: Ints, helper: Ints, helpers: int) -> Ints:
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    one, other = min_weight_full_bipartite_matching(graph)
    partner = np.full(graph.shape[0], -1, dtype=np.int64)
    partner[one] = np.where(other < helpers, other, -1)
    return np.flatnonzero(partner[ask] == helper)
