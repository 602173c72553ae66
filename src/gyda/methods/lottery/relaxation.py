"""The fairest expected panels of the linear relaxation, with a dual that proves each level."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, diags, hstack, identity

from gyda.methods.lottery.decompose import Cut
from gyda.methods.lottery.faults import TooLong
from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.solver import INFINITY, Programme

Mask = npt.NDArray[np.bool_]
SLACK = 1e-9  # how far a level that is reached may give way while the next is sought
COUNTS = 1e-7  # a dual above this is not rounding


@dataclass(frozen=True)
class Level:
    """One level of chances: `types` can have no more than `value` unless someone below has less.

    cover (T,) ≥ 0 with Σ cover·members = 1 and duals (R + cuts,) prove it by weak duality:
    see `gyda.methods.lottery.bounds`.
    """

    value: float
    types: tuple[int, ...]
    cover: Floats
    duals: Floats


@dataclass(frozen=True)
class Outer:
    """Expected units of each type (T,) in a panel, and the levels of the chances."""

    target: Floats
    levels: tuple[Level, ...] = ()


def leximin(model: Model, cuts: Sequence[Cut], ceiling: float = 1, deepest: int = 10**9) -> Outer:
    """Return the leximin-optimal chances of the relaxation, at most `ceiling` each.

    Raises the lowest chance as far as it goes, fixes whoever the dual shows to be held there,
    and goes on with the rest (Flanigan et al. 2021, supplementary §7). `deepest`: levels to do.
    """
    programme = relaxed(model, cuts, np.zeros(model.width), ceiling, with_lowest=True)
    first = len(model.lower) + len(cuts)
    free = model.most > 0
    _add_cover(programme, model, free)
    levels: list[Level] = []
    answer = None
    while free.any() and len(levels) < deepest:
        answer = programme.solve()
        level = _level(model, free, answer.columns[-1], answer.duals, first, ceiling)
        levels.append(level)
        fixed = np.array(level.types)
        free[fixed] = False
        for t in fixed:
            programme.set_row(first + int(t), -INFINITY, INFINITY)
        least = np.maximum(level.value * model.members[fixed] - SLACK, 0)
        programme.set_bounds(fixed, least, capped(model, ceiling)[fixed])
    found = np.zeros(model.width) if answer is None else answer.columns[: model.width]
    return Outer(found, tuple(levels))


def _add_cover(programme: Programme, model: Model, free: Mask) -> None:
    rows = csr_matrix(hstack([identity(model.width), -csr_matrix(model.members[:, None])]))
    least = np.where(free, 0.0, -INFINITY)
    programme.add_rows(rows, least, np.full(model.width, INFINITY))


def _level(
    model: Model, free: Mask, value: float, duals: Floats, first: int, ceiling: float
) -> Level:
    cover = np.where(free, np.maximum(-duals[first:], 0), 0.0)
    share = cover * model.members
    held = share > COUNTS if value < ceiling - 1e-9 else free
    if not held.any():
        raise TooLong("no dual", 0)
    if share.sum() > 0:
        cover = cover / share.sum()
    return Level(float(value), tuple(np.flatnonzero(held).tolist()), cover, duals[:first])


def maximin(model: Model, cuts: Sequence[Cut]) -> Outer:
    """Return chances of which only the lowest is as high as it can be."""
    return leximin(model, cuts, deepest=1)


def goldilocks(model: Model, cuts: Sequence[Cut], gamma: float = 1.0) -> Outer:
    """Return leximin chances under the ceiling that best weighs highest against lowest.

    Minimises (n/k)·max p + γ·(k/n)/min p (Baharav and Flanigan 2024, eq. 2) by tangents of 1/p.
    """
    scale = float((model.members * model.size).sum()) / model.seats
    lowest, highest = _two_ends(model, cuts, scale, gamma)
    del lowest
    return leximin(model, cuts, ceiling=highest)


def _two_ends(model: Model, cuts: Sequence[Cut], scale: float, gamma: float) -> tuple[float, float]:
    """Return lowest and highest chance; columns after x are: lowest, highest, 1/lowest."""
    width = model.width
    costs = np.concatenate([np.zeros(width + 1), [-scale, -gamma / scale]])
    lower = np.concatenate([model.least, np.zeros(3)])
    upper = np.concatenate([model.most, [1, 1, INFINITY]])
    programme = Programme(costs, lower, upper)
    add_panel_rows(programme, model, cuts)
    able = np.flatnonzero(model.most > 0)
    for t in able:
        programme.add_row([t, width], [1.0, -model.members[t]], 0, INFINITY)
        programme.add_row([t, width + 1], [1.0, -model.members[t]], -INFINITY, 0)
    point = 1 / scale
    for _ in range(60):
        programme.add_row([width, width + 2], [1 / point**2, 1.0], 2 / point, INFINITY)
        answer = programme.solve()
        lowest, highest, inverse = answer.columns[width:]
        if inverse >= 1 / max(lowest, 1e-12) * (1 - 1e-9):
            break
        point = max(lowest, point / 10)
    return float(lowest), float(highest)


def nash(model: Model, cuts: Sequence[Cut]) -> Outer:
    """Return the chances with the largest product (Nash welfare), to about 1e-7.

    max Σ log p is separable, so tangents of log at the chances found so far close in quickly;
    columns after x are the logarithms.
    """
    able = np.flatnonzero(model.most > 0)
    people = (model.members * model.size)[able]
    costs = np.concatenate([np.zeros(model.width), people])
    lower = np.concatenate([model.least, np.full(len(able), -50.0)])
    programme = Programme(costs, lower, np.concatenate([model.most, np.zeros(len(able))]))
    add_panel_rows(programme, model, cuts)
    at = leximin(model, cuts, deepest=1).target[able] / model.members[able]
    points = [np.full(len(able), p) for p in np.geomspace(1e-3, 1, 13)] + [np.maximum(at, 1e-6)]
    for _ in range(80):
        for p in points:
            _add_tangents(programme, model, able, p)
        answer = programme.solve()
        at = np.maximum(answer.columns[able] / model.members[able], 1e-9)
        over = answer.columns[model.width :] - np.log(at)
        if (people @ over) < 1e-10 * people.sum():
            break
        points = [at]
    return Outer(answer.columns[: model.width])


def _add_tangents(programme: Programme, model: Model, able: Counts, at: Floats) -> None:
    """Add log p ≤ log a + (p − a) / a for each type at its own a."""
    slopes = np.zeros(model.width)
    slopes[able] = 1 / (at * model.members[able])
    left = diags(slopes).tocsr()[able]
    rows = csr_matrix(hstack([left, -identity(len(able))]))
    programme.add_rows(rows, 1 - np.log(at), np.full(len(able), INFINITY))


def capped(model: Model, ceiling: float) -> Floats:
    """Return how many units of each type (T,) may be expected at most."""
    return np.minimum(model.most, ceiling * model.members)


def relaxed(
    model: Model, cuts: Sequence[Cut], cost: Floats, ceiling: float = 1, *, with_lowest: bool
) -> Programme:
    """Return the linear relaxation; `with_lowest` adds the lowest chance as a column to raise."""
    extra = [1.0] if with_lowest else []
    upper = np.concatenate([capped(model, ceiling), [ceiling] if with_lowest else []])
    lower = np.concatenate([model.least, np.zeros(len(extra))])
    programme = Programme(np.concatenate([cost, extra]), lower, upper)
    programme.option("presolve", "off")
    programme.option("primal_feasibility_tolerance", 1e-10)
    programme.option("dual_feasibility_tolerance", 1e-10)
    add_panel_rows(programme, model, cuts)
    return programme


def add_panel_rows(programme: Programme, model: Model, cuts: Sequence[Cut]) -> None:
    """Add the rows that every panel keeps, and the cuts, over the first columns."""
    for row, least, most in zip(model.rows, model.lower, model.upper, strict=True):
        used = np.flatnonzero(row)
        programme.add_row(used, row[used], least, most)
    for cut in cuts:
        used = np.flatnonzero(cut.prices)
        programme.add_row(used, cut.prices[used], -INFINITY, cut.most)
