"""The fairest chances of the linear relaxation, level by level, with a dual for each level."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack, identity

from gyda.methods.lottery.model import Floats, Model
from gyda.methods.lottery.solver import INFINITY, Programme

SLACK = 1e-9
COUNTS = 1e-7


@dataclass(frozen=True)
class Level:
    value: float
    types: tuple[int, ...]
    cover: Floats
    rows: Floats


def leximin(model: Model, cuts=(), first_only=False):
    T, R = model.width, len(model.lower)
    p = Programme(np.concatenate([np.zeros(T), [1.0]]), np.zeros(T + 1), np.concatenate([model.most, [1.0]]))
    p.option("presolve", "off")
    p.option("primal_feasibility_tolerance", 1e-10)
    p.option("dual_feasibility_tolerance", 1e-10)
    z0 = csr_matrix((R, 1))
    p.add_rows(csr_matrix(hstack([csr_matrix(model.rows), z0])), model.lower, model.upper)
    for y, v in cuts:
        nz = np.flatnonzero(y)
        p.add_row(nz, y[nz], -INFINITY, v)
    C = R + len(cuts)
    free = model.most > 0
    cov = csr_matrix(hstack([identity(T), -csr_matrix(model.members[:, None])]))
    p.add_rows(cov, np.where(free, 0.0, -INFINITY), np.full(T, INFINITY))
    levels = []
    floor = np.zeros(T)
    while free.any():
        a = p.solve()
        z = a.columns[-1]
        y = -a.duals[C:] * model.members
        y = np.where(free, np.abs(y), 0)
        fix = free & (y > COUNTS) if z < 1 - 1e-9 else free.copy()
        if not fix.any():
            raise RuntimeError('no dual')
        levels.append((z, fix, a))
        floor[fix] = z * model.members[fix]
        for t in np.flatnonzero(fix):
            p.set_row(C + t, -INFINITY, INFINITY)
        ix = np.flatnonzero(fix)
        p.set_bounds(ix, np.maximum(0, floor[ix] - SLACK), model.most[ix])
        free &= ~fix
        if first_only:
            break
    return floor, levels, a.columns[:T]
