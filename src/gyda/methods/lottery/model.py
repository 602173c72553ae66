"""The pool as the solver sees it: types of equal people, and rows that a panel must keep."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from gyda.methods.lottery.pool import Pool, Quota
from gyda.methods.lottery.units import Answers, Unit, answers_of, exclusions, units_of

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Key = tuple[Answers, tuple[str, ...], int]


@dataclass(frozen=True)
class Type:
    """Units that nothing tells apart: each has the same chance in every fair lottery.

    `households`: the units of the type by household; without households each stands alone.
    `shared`: the class of households that this type shares with other types, if any.
    """

    households: tuple[tuple[Unit, ...], ...]
    shared: int | None = None

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units of the type."""
        return tuple(unit for household in self.households for unit in household)


@dataclass(frozen=True)
class Model:
    """All panels: whole x with least ≤ x ≤ most and lower ≤ rows @ x ≤ upper.

    rows (R, T): the quotas by name, then the seats, then households and people kept apart.
    size, members (T,): people in a unit, units of the type. least, most (T,): units at once.
    """

    types: tuple[Type, ...]
    rows: Floats
    lower: Floats
    upper: Floats
    size: Floats
    members: Floats
    least: Floats
    most: Floats
    quotas: tuple[Quota, ...]
    seats: int

    @property
    def width(self) -> int:
        """Number of types."""
        return len(self.types)

    def keeps(self, panel: Counts) -> bool:
        """Whether a panel (T,) meets every row exactly."""
        counts = self.rows @ panel
        inside = (panel >= self.least).all() and (panel <= self.most).all()
        return bool(inside and (counts >= self.lower).all() and (counts <= self.upper).all())


def model_of(pool: Pool, quotas: Sequence[Quota], seats: int) -> Model:
    """Return types and rows of a pool (Flanigan et al. 2021, supplementary §8, with households).

    Two units are of one type when their answers are equal and so are the households they come
    from, seen as multisets of answers: swapping them changes no panel's validity.
    """
    quotas = tuple(sorted(quotas, key=lambda quota: quota.name))
    units = units_of(pool)
    answers = [answers_of(pool, unit) for unit in units]
    groups = exclusions(pool, units)
    keys, classes = _classes(answers, groups)
    return _matrix(_types(units, keys, groups), quotas, seats, classes)


def _classes(
    answers: Sequence[Answers], groups: Sequence[tuple[int, ...]]
) -> tuple[list[Key], dict[str, int]]:
    """Return the key of each unit, and how many groups there are of each class of groups."""
    of_unit = Counter(unit for group in groups for unit in group)
    names: dict[int, list[str]] = defaultdict(list)
    tangled = set()
    classes: Counter[str] = Counter()
    for g, group in enumerate(groups):
        alone = all(of_unit[u] == 1 for u in group)
        name = repr(sorted(answers[u] for u in group)) if alone else f"{g}"
        classes[name] += 1
        for u in group:
            names[u].append(name)
        tangled |= set() if alone else set(group)
    keys = [(a, tuple(names[u]), u if u in tangled else -1) for u, a in enumerate(answers)]
    return keys, dict(sorted(classes.items()))


@dataclass(frozen=True)
class _Kind:
    """A type with what it counts for in the rows."""

    key: Key
    households: tuple[tuple[Unit, ...], ...]


def _types(
    units: Sequence[Unit], keys: Sequence[Key], groups: Sequence[tuple[int, ...]]
) -> list[_Kind]:
    home = {u: g for g, group in enumerate(groups) for u in group if keys[u][2] < 0}
    kinds: dict[Key, dict[tuple[int, int], list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for u, key in enumerate(keys):
        where = (home[u], 0) if u in home else (-1, u)
        kinds[key][where].append(units[u])
    return [
        _Kind(key, tuple(tuple(kinds[key][where]) for where in sorted(kinds[key])))
        for key in sorted(kinds)
    ]


def _matrix(
    kinds: Sequence[_Kind], quotas: tuple[Quota, ...], seats: int, classes: dict[str, int]
) -> Model:
    row = {quota.name: r for r, quota in enumerate(quotas)}
    shared = {name: len(quotas) + 1 + i for i, name in enumerate(classes)}
    rows = np.zeros((len(quotas) + 1 + len(classes), len(kinds)))
    for t, kind in enumerate(kinds):
        answers, names, _ = kind.key
        for answer in (item for person in answers for item in person):
            if answer in row:
                rows[row[answer], t] += 1
        rows[len(quotas), t] = len(answers)
        for name in set(names):
            rows[shared[name], t] = 1
    lower = [*(q.least for q in quotas), seats, *(0 for _ in classes)]
    upper = [*(q.most for q in quotas), seats, *classes.values()]
    return Model(
        tuple(Type(k.households, _class_of(k, shared)) for k in kinds),
        rows,
        np.array(lower, float),
        np.array(upper, float),
        rows[len(quotas)].copy(),
        np.array([sum(map(len, k.households)) for k in kinds], float),
        np.zeros(len(kinds)),
        np.array([len(k.households) for k in kinds], float),
        quotas,
        seats,
    )


def _class_of(kind: _Kind, shared: dict[str, int]) -> int | None:
    _, names, tag = kind.key
    return shared[names[0]] if names and tag < 0 else None
