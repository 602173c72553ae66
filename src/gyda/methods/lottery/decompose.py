"""Chances as a lottery over panels, or the proof that no lottery gives them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gyda.methods.lottery.herding import LANES, STEPS, face_of, herd, on_face
from gyda.methods.lottery.mixture import Nearest, nearest, nearest_corner
from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.pricing import best_panel
from gyda.methods.lottery.search import Search

ENOUGH = 1e-9  # seats missed in all
SEEDS = 2.5  # panels to begin with, per type
NEARLY = 1e-7
BETTER = 1e-9
FEWEST = 64


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

    `known` (N, T): one valid panel at least. Column generation (Flanigan et al. 2021, supplementary §9, on types): panels that herding
    found, weights by `nearest`, then panels that its prices ask for; whole-number programmes
    only when the search finds no more.
    """
    target = on_face(model, target)
    panels = herd(model, target, int(SEEDS * model.width) + FEWEST, seed)
    panels = np.unique(np.concatenate([known, panels]), axis=0)
    face, search = face_of(model, target), Search(model, seed + 1)
    narrow = Search(face, seed + 2)
    solve = nearest
    while True:
        near = solve(panels.astype(float), target, ENOUGH)
        on_step(near.missed)
        if near.missed <= ENOUGH:
            return Mixture(panels, near.weights)
        new = _climbed(narrow, panels, near)
        if not len(new):
            new = _climbed(search, panels, near)
        if not len(new) and solve is nearest:
            solve = nearest_corner
        elif not len(new):
            found, most = best_panel(model, near.prices, seconds)
            if near.missed <= NEARLY and near.prices @ target <= most + NEARLY:
                return Mixture(panels, near.weights)
            if near.prices @ found <= (panels @ near.prices).max() + BETTER:
                return Cut(near.prices, most)
            new = found[None]
        panels = np.unique(np.concatenate([panels, new]), axis=0)


def _climbed(search: Search, panels: Counts, near: Nearest) -> Counts:
    """Return valid panels that are worth more at these prices than any known one."""
    worth = panels @ near.prices
    start = panels[np.argsort(-worth, kind="stable")[: 2 * LANES]]
    extra = panels[search.random.integers(len(panels), size=2 * LANES)]
    start = np.concatenate([start, extra]).astype(np.float32)
    scale = near.prices / max(np.abs(near.prices).max(), 1e-12)
    noise = search.random.random(start.shape, dtype=np.float32) * np.float32(0.02)
    found, value = search.climb(start, scale.astype(np.float32) + noise, 2 * STEPS)
    valid = found[np.isfinite(value)].astype(np.int64)
    return np.unique(valid[valid @ near.prices > worth.max() + BETTER], axis=0)
