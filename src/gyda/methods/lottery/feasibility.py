"""Quotas that no panel meets: the smallest changes that help, and which ones clash."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from gyda.methods.errors import NotFeasible
from gyda.methods.lottery.faults import NoPanel
from gyda.methods.lottery.model import Model, model_of
from gyda.methods.lottery.pool import Pool, Quota
from gyda.methods.lottery.pricing import panel_programme
from gyda.methods.lottery.solver import INFINITY, Programme


@dataclass(frozen=True)
class Change:
    """A quota, with the bounds it would have to have instead."""

    quota: Quota
    least: int
    most: int


@dataclass(frozen=True)
class Conflict:
    """Quotas that cannot be met together though any one fewer can; `other` rows with them:
    `seats`, and `households` when one per household (or people kept apart) has part in it.
    """

    quotas: tuple[Quota, ...]
    other: tuple[str, ...]


def feasible(pool: Pool, quotas: Sequence[Quota], seats: int, seconds: float = 60) -> bool:
    """Whether any panel meets the quotas."""
    return _meets(model_of(pool, quotas, seats), seconds)


def _meets(model: Model, seconds: float) -> bool:
    try:
        panel_programme(model, np.zeros(model.width), seconds).solve()
    except NoPanel:
        return False
    return True


def smallest_changes(
    pool: Pool, quotas: Sequence[Quota], seats: int, *, most: int = 3, seconds: float = 60
) -> tuple[tuple[Change, ...], ...]:
    """Return up to `most` different least changes of the quotas that a panel meets, best first.

    Raising a maximum by one costs 1; lowering a minimum by one costs 1 + 2 / minimum, so that
    small groups keep their seats. `lowest` and `highest` of a quota are never passed. Each
    further answer leaves at least one change of every earlier one alone; none when nothing
    within those limits helps.
    """
    model = model_of(pool, quotas, seats)
    number = len(model.quotas)
    programme = _relaxing(model, seconds)
    found: list[tuple[Change, ...]] = []
    while len(found) < most:
        try:
            moved = np.rint(programme.solve().columns[model.width :]).astype(int)
        except NoPanel:
            break
        down, up = moved[:number], moved[number : 2 * number]
        found.append(_changes(model.quotas, down.tolist(), up.tolist()))
        used = 2 * number + np.flatnonzero(moved[: 2 * number])
        if not len(used):
            break
        programme.add_row(model.width + used, np.ones(len(used)), -INFINITY, len(used) - 1)
    return tuple(found)


def _changes(quotas: Sequence[Quota], down: list[int], up: list[int]) -> tuple[Change, ...]:
    return tuple(
        Change(q, q.least - d, q.most + u)
        for q, d, u in zip(quotas, down, up, strict=True)
        if d or u
    )


def loosened(
    pool: Pool, quotas: Sequence[Quota], seats: int, seconds: float = 60
) -> tuple[tuple[Quota, ...], tuple[Change, ...]]:
    """Return quotas that a panel meets, and what was changed: nothing, or the smallest change.

    Raises NotFeasible when no change within `lowest` and `highest` helps.
    """
    if feasible(pool, quotas, seats, seconds):
        return tuple(quotas), ()
    ways = smallest_changes(pool, quotas, seats, most=1, seconds=seconds)
    if not ways:
        raise NotFeasible("no-panel", seats=seats)
    new = {c.quota.name: replace(c.quota, least=c.least, most=c.most) for c in ways[0]}
    return tuple(new.get(quota.name, quota) for quota in quotas), ways[0]


def _relaxing(model: Model, seconds: float) -> Programme:
    """Columns: the panel, how far each minimum goes down and maximum up, and whether they do."""
    quotas, width = model.quotas, model.width
    number = len(quotas)
    least = np.array([q.least for q in quotas], float)
    down = np.array([max(0, q.least - q.lowest) for q in quotas], float)
    tops = [model.seats if q.highest is None else q.highest for q in quotas]
    up = np.array([max(0, top - q.most) for q, top in zip(quotas, tops, strict=True)], float)
    costs = np.concatenate([
        np.zeros(width), -1 - 2 / np.maximum(least, 1), -np.ones(number), -np.full(2 * number, 1e-4)
    ])  # fmt: skip
    upper = np.concatenate([model.most, down, up, np.ones(2 * number)])
    programme = Programme(costs, np.zeros(len(costs)), upper, whole=True, seconds=seconds)
    for r in range(number):
        used = np.flatnonzero(model.rows[r])
        with_down = [*used, width + r], [*model.rows[r, used], 1.0]
        with_up = [*used, width + number + r], [*model.rows[r, used], -1.0]
        programme.add_row(*with_down, least[r], INFINITY)
        programme.add_row(*with_up, -INFINITY, quotas[r].most)
    programme.add_rows(_padded(model.rows[number:], len(costs)), model.lower[number:],
                       model.upper[number:])  # fmt: skip
    for i, span in enumerate(np.concatenate([down, up])):
        programme.add_row(
            [width + i, width + 2 * number + i], [1.0, -max(span, 1.0)], -INFINITY, 0.0
        )
    return programme


def _padded(rows: np.ndarray, width: int) -> csr_matrix:
    return csr_matrix(np.hstack([rows, np.zeros((len(rows), width - rows.shape[1]))]))


def conflict(pool: Pool, quotas: Sequence[Quota], seats: int, seconds: float = 60) -> Conflict:
    """Return quotas of which all are needed for the clash (deletion filter, Chinneck 1991).

    Quotas with few seats are let go first, so that what is left is what matters most.
    Raises ValueError when the quotas can be met.
    """
    model = model_of(pool, quotas, seats)
    if _meets(model, seconds):
        raise ValueError
    number = len(model.quotas)
    order = sorted(range(number), key=lambda r: (model.quotas[r].least, model.quotas[r].name))
    lower, upper = model.lower.copy(), model.upper.copy()
    homes = [range(number + 1, len(lower))] if len(lower) > number + 1 else []
    kept = []
    for rows in [*homes, *([r] for r in order), [number]]:
        low, high = lower.copy(), upper.copy()
        low[list(rows)], high[list(rows)] = 0, model.members.sum() * model.size.max()
        if _meets(replace(model, lower=low, upper=high), seconds):
            kept.append(list(rows))
        else:
            lower, upper = low, high
    names = tuple(model.quotas[rows[0]] for rows in kept if rows[0] < number)
    other = ["households"] if any(rows[0] > number for rows in kept) else []
    other += ["seats"] if [number] in kept else []
    return Conflict(tuple(sorted(names, key=lambda q: q.name)), tuple(other))
