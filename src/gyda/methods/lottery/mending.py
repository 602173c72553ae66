"""Lots changed, one at a time and by chains, until everybody sits often enough and no more."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from gyda.methods.lottery.bounds import Bounds
from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.paths import Exchanges, mend
from gyda.methods.lottery.search import STEPS, Search, Single

LANES = 16
TRIES = 100  # ten are usual; one that is stuck is begun again (`rounding.TURNS`)


def mended(
    model: Model,
    panels: Counts,
    bounds: Bounds,
    seed: int,
    on_step: Callable[[float], None] = lambda off: None,
) -> Counts:
    """Return lots (M, T) in which each type sits within its bounds, or as near as was found.

    Chains of exchanges move seats from types that have one too many to types with room. Where
    no chain leads out, the types that were reached are closed: all of them are full. Then a
    search changes the one lot that takes a seat from them (or brings one) with the fewest
    exchanges, and chains mend what that has moved elsewhere.
    """
    model = _sure(model, bounds, len(panels))
    search = Search(model, seed)
    lots = Exchanges(model, panels.copy())
    closed = mend(lots, bounds)
    off = bounds.off(lots.panels.sum(0))
    for _ in range(TRIES):
        if not off:
            break
        on_step(float(off))
        before = lots.panels.copy()
        _open(search, lots, bounds, closed)
        now = mend(lots, bounds)
        if bounds.off(lots.panels.sum(0)) > off:
            changed = np.flatnonzero((lots.panels != before).any(1))
            lots.put(changed, before[changed])
            continue
        closed, off = now, bounds.off(lots.panels.sum(0))
    return lots.panels


def _sure(model: Model, bounds: Bounds, lots: int) -> Model:
    """Return the model with those kept in every lot who have to sit in all of them."""
    return replace(model, least=np.where(bounds.low >= lots * model.most, model.most, model.least))


def _open(search: Search, lots: Exchanges, bounds: Bounds, closed: Single) -> None:
    """Change the lot that does most for the closed types for each unit that is exchanged."""
    lanes = search.random.permutation(len(lots.panels))[:LANES]
    start = lots.panels[lanes]
    weights = _wanted(start, lots.panels.sum(0), bounds) + 0.5 * closed
    spread = np.linspace(0.05, 0.5, len(lanes), dtype=np.float32)[:, None]
    noise = search.random.random(start.shape, dtype=np.float32) * spread
    found, worth = search.climb(
        start.astype(np.float32), (weights + noise).astype(np.float32), STEPS // 3
    )
    moved = found - start
    gain = np.where(np.isfinite(worth), moved @ closed, -np.inf)
    best = int((gain / np.maximum(np.abs(moved).sum(1), 1)).argmax())
    if np.isfinite(worth[best]):
        lots.put(lanes[[best]], found[[best]].astype(np.int64))


def _wanted(panels: Counts, counts: Counts, bounds: Bounds) -> Floats:
    """Return (lanes, T) what a unit more, or one less where a lot holds some, would mend."""
    need = 0.2 * np.tanh(bounds.share - counts)
    more = (counts < bounds.low) * 1.0 - (counts >= bounds.high) + need
    less = (counts > bounds.high) * 1.0 - (counts <= bounds.low) - need
    return np.where(panels > 0, -less, more)
