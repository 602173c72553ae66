"""Which offers may fit which asks at all: of one kind, and near each other on a grid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

import numpy as np

from gyda.methods.matching.columns import Columns, Ints, Listed
from gyda.methods.matching.model import Where

NOWHERE = 0  # the column of the grid for those whose place is not known or does not matter
SPAN = 1 << 20  # cells each way
AT_ONCE = 2_000_000  # pairs held at one time


def near_pairs(columns: Columns) -> Iterator[tuple[Ints, Ints]]:
    """Yield the pairs (ask, offer) of one kind in neighbouring cells, a block of asks at a time.

    A cell is as wide as the farthest reach, so that nothing within reach is missed. Those whose
    place does not matter or is not known are in a cell next to all.
    """
    offers, asks = columns.offers, columns.asks
    if not len(offers.rows) or not len(asks.rows):
        return
    size = float(np.clip(columns.people.reach.max(initial=100.0), 100.0, 1e6))
    key = _key(offers, *_cell(offers, size))
    order = np.argsort(key, kind="stable")
    low, high = _ranges(asks, key[order], size)
    for some in _blocks((high - low).sum(axis=1)):
        ask, place = _spread(low[some], high[some])
        yield some[ask], order[place]


def _cell(listed: Listed, size: float) -> tuple[Ints, Ints]:
    somewhere = ~np.isnan(listed.east) & (listed.where != Where.ONLINE)
    east = np.where(somewhere, np.nan_to_num(listed.east) // size + 2, NOWHERE)
    north = np.where(somewhere, np.nan_to_num(listed.north) // size + 2, NOWHERE)
    return east.astype(np.int64), north.astype(np.int64)


def _key(listed: Listed, east: Ints, north: Ints) -> Ints:
    return (listed.kind * SPAN + east) * SPAN + north


def _ranges(asks: Listed, keys: Ints, size: float) -> tuple[Ints, Ints]:
    """Return the stretches of sorted offers beside each ask: three columns, and nowhere."""
    east, north = _cell(asks, size)
    low, high = [], []
    for step in (-1, 0, 1):
        low.append(np.searchsorted(keys, _key(asks, east + step, north - 1), side="left"))
        high.append(np.searchsorted(keys, _key(asks, east + step, north + 1), side="right"))
    first = _key(asks, np.zeros_like(east), np.zeros_like(east))
    low.append(np.searchsorted(keys, first, side="left"))
    high.append(np.searchsorted(keys, first, side="right"))
    everywhere = east == NOWHERE
    lows, highs = np.stack(low, axis=1), np.stack(high, axis=1)
    last = np.searchsorted(keys, first + SPAN * SPAN - 1, side="right")
    highs[everywhere] = lows[everywhere]
    highs[everywhere, 3] = last[everywhere]
    return lows, highs


def _blocks(sizes: Ints) -> Iterator[Ints]:
    """Return asks in blocks of not too many pairs."""
    block = np.cumsum(sizes) // AT_ONCE
    edges = np.flatnonzero(np.diff(block)) + 1
    yield from np.split(np.arange(len(sizes)), edges)


def _spread(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return, for each number in each stretch, its row and the number itself."""
    lengths = (high - low).ravel()
    row = np.repeat(np.repeat(np.arange(len(low)), low.shape[1]), lengths)
    starts = np.repeat(low.ravel() - (np.cumsum(lengths) - lengths), lengths)
    return row, np.arange(lengths.sum()) + starts
