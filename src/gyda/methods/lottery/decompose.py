"""Chances as a lottery over panels, or the proof that no lottery gives them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gyda.methods.lottery.herding import face_of, herd, on_face
from gyda.methods.lottery.mixture import Nearest, nearest, nearest_corner
from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.pricing import best_panel
from gyda.methods.lottery.search import LANES, STEPS, Search

ENOUGH = 1e-9  # seats missed in all
SEEDS = 2.5  # panels to begin with, per type
NEARLY = 1e-7
AS_NEAR_AS_CAN_BE = 1e-6  # seats in all: on large pools rounding keeps it above ENOUGH
BETTER = 1e-9
FEWEST = 64
FAR = 0.01  # of the seats: above it, more panels are looked for before any are priced


@dataclass(frozen=True)
class Mixture:
    """Panels (N, T), each once, and their weights (N,)."""

    panels: Counts
    weights: Floats


@dataclass(frozen=True)
class Cut:
    """Every panel x has prices @ x ≤ most, which the chances that were wanted pass."""

    prices: Floats
    most: float


def decompose(
    model: Model,
    target: Floats,
    known: Counts,
    *,
    seed: int,
    on_step: Callable[[float], None],
    seconds: float,
) -> Mixture | Cut:
    """Return panels whose mean is `target` (T,), or an inequality that shows there are none.

    Column generation (Flanigan et al. 2021, supplementary §9, on types): weights by `nearest`
    for the panels that are `known` (N, T; one at least), then panels that its prices ask for;
    whole-number programmes only when the search finds no more.
    """
    target = on_face(model, target)
    searches = [Search(face_of(model, target), seed + 2), Search(model, seed + 1)]
    solve, before = nearest, float("inf")
    while True:
        near = solve(known, target, ENOUGH)
        on_step(near.missed)
        if near.missed <= ENOUGH or before / 2 < near.missed <= AS_NEAR_AS_CAN_BE:
            return Mixture(known, near.weights)
        far, before = before == float("inf") and near.missed > FAR * model.seats, near.missed
        if far:
            more = herd(model, target, int(SEEDS * model.width), seed + 3, in_turn=True)
            known = np.unique(np.concatenate([known, more]), axis=0)
            continue
        new = next((n for s in searches if len(n := _climbed(s, known, near))), known[:0])
        if not len(new) and solve is nearest:
            solve = nearest_corner
            continue
        if not len(new):
            end, new = _settled(model, target, known, near, seconds)
            if end:
                return end
        known = np.unique(np.concatenate([known, new]), axis=0)


def _settled(
    model: Model, target: Floats, known: Counts, near: Nearest, seconds: float
) -> tuple[Mixture | Cut | None, Counts]:
    """Ask a whole-number programme for the best panel: it ends the search, or it is new."""
    found, most = best_panel(model, near.prices, seconds)
    if near.missed <= NEARLY and near.prices @ target <= most + NEARLY:
        return Mixture(known, near.weights), known[:0]
    if near.prices @ found <= (known @ near.prices).max() + BETTER:
        return Cut(near.prices, most), known[:0]
    return None, found[None]


def _climbed(search: Search, known: Counts, near: Nearest) -> Counts:
    """Return valid panels that are worth more at these prices than any known one."""
    worth = known @ near.prices
    lanes = LANES * max(2, known.shape[1] // 200)
    best = known[np.argsort(-worth, kind="stable")[:lanes]]
    extra = known[search.random.integers(len(known), size=lanes)]
    start = np.concatenate([best, extra]).astype(np.float32)
    scale = near.prices / max(np.abs(near.prices).max(), 1e-12)
    noise = search.random.random(start.shape, dtype=np.float32) * np.float32(0.02)
    found, value = search.climb(start, scale.astype(np.float32) + noise, 2 * STEPS)
    valid = found[np.isfinite(value)].astype(np.int64)
    return np.unique(valid[valid @ near.prices > worth.max() + BETTER], axis=0)
