"""Small pools at random, and the leximin chances over all of their panels, one by one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import itertools
import sys
from collections.abc import Sequence

import numpy as np
from scipy.optimize import linprog

from gyda.methods.errors import NotFeasible
from gyda.methods.lottery import Person, Pool, Quota, fair_lottery
from gyda.methods.lottery.model import Floats


def a_small_pool(number: int) -> tuple[Pool, list[Quota], int]:
    """Return a pool, its quotas and seats; often with households, pairs or people apart."""
    rng = np.random.Generator(np.random.PCG64(number))
    n, seats, homes = (
        int(rng.integers(7, 12, endpoint=True)),
        int(rng.integers(3, 5, endpoint=True)),
        rng.random() < 0.45,
    )
    categories = [f"c{i}" for i in range(int(rng.integers(2, 4, endpoint=True)))]
    ids = [f"p{i:02}" for i in range(n)]
    people = []
    for person in ids:
        values = {
            c: str(rng.choice(list("ab" if rng.random() < 0.5 else "abc"))) for c in categories
        }
        home = f"h{int(rng.integers(0, n // 2, endpoint=True))}" if rng.random() < 0.7 else None
        people.append(Person(person, values, home))
    sample = [people[i] for i in rng.permutation(n)[:seats]]
    quotas = []
    for c in categories:
        for value in sorted({p.values[c] for p in people}):
            held = sum(p.values[c] == value for p in sample)
            low, high = held - (rng.random() < 0.4), held + (rng.random() < 0.4)
            quotas.append(Quota(c, value, max(0, int(low)), min(seats, int(high))))
    together = [[ids[i] for i in rng.permutation(n)[:2]]] if rng.random() < 0.2 else []
    apart = [[ids[i] for i in rng.permutation(n)[:3]]] if rng.random() < 0.25 else []
    pool = Pool.of(people, one_per_household=homes, together=together, apart=apart)
    return pool, quotas, seats


def valid(pool: Pool, quotas: Sequence[Quota], panel: Sequence[Person]) -> bool:
    """Whether a set of people meets the quotas and the wishes, person by person."""
    ids = {person.id for person in panel}
    pair = {p: min(group) for group in pool.together for p in group}
    homes = {}
    for person in panel:
        homes.setdefault(person.household, set()).add(pair.get(person.id, person.id))
    homes.pop(None, None)
    return (
        all(
            q.least <= sum(p.values[q.category] == q.value for p in panel) <= q.most for q in quotas
        )
        and all(len(group & ids) in (0, len(group)) for group in pool.together)
        and all(len({pair.get(p, p) for p in group & ids}) <= 1 for group in pool.apart)
        and not (pool.one_per_household and any(len(units) > 1 for units in homes.values()))
    )


def all_panels(pool: Pool, quotas: Sequence[Quota], seats: int) -> Floats:
    """Return every panel as a row of 0 and 1."""
    return np.array([
        [person in panel for person in pool.people]
        for panel in itertools.combinations(pool.people, seats)
        if valid(pool, quotas, panel)
    ], float)  # fmt: skip


def leximin_of(panels: Floats) -> Floats:
    """Return the leximin chances by asking of each person whether they could have more."""
    fixed = {int(i): 0.0 for i in np.flatnonzero(~panels.any(0))}
    while len(fixed) < panels.shape[1]:
        free = [i for i in range(panels.shape[1]) if i not in fixed]
        level = _highest(panels, fixed, free, None, 0)
        for i in free:
            if _highest(panels, fixed, free, i, level) < level + 1e-7:
                fixed[i] = level
    return np.array([fixed[i] for i in range(panels.shape[1])])


def _highest(
    panels: Floats, fixed: dict[int, float], free: list[int], person: int | None, level: float
) -> float:
    number = len(panels)
    with_z = 1.0 if person is None else 0.0
    cost = np.append(np.zeros(number), -1.0) if person is None else np.append(-panels[:, person], 0)
    rows = [np.append(-panels[:, i], with_z) for i in free]
    bounds = [0.0 if person is None else 1e-10 - level] * len(free)
    rows += [np.append(-panels[:, i], 0) for i in fixed]
    bounds += [1e-10 - value for value in fixed.values()]
    whole = np.append(np.ones(number), 0)[None]
    return -linprog(cost, np.array(rows), bounds, whole, [1.0], method="highs").fun


def worst_error(number: int) -> float | None:
    """Return how far our chances are from the truth for one pool; None when none is feasible."""
    pool, quotas, seats = a_small_pool(number)
    panels = all_panels(pool, quotas, seats)
    try:
        found = fair_lottery(pool, quotas, seats)
    except NotFeasible:
        return None if not len(panels) else float("inf")
    if not len(panels):
        return float("inf")
    ours = np.array([float(found.chances[person.id]) for person in pool.people])
    return float(np.abs(ours - leximin_of(panels)).max())


if __name__ == "__main__":
    errors = [e for e in map(worst_error, range(int(sys.argv[1]))) if e is not None]
    print(len(errors), sum(e > 1e-6 for e in errors))
