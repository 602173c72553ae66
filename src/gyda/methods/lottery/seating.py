"""From kinds of panels to lots of people: everyone of a type gets the same share, exactly."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gyda.methods.lottery.fair import Lottery
from gyda.methods.lottery.model import Type
from gyda.methods.lottery.tracks import Piece, pieces_of
from gyda.methods.lottery.units import Unit


@dataclass(frozen=True)
class Lot:
    """Who sits, by id, and how many of `WHOLE` parts of the chance fall on this lot."""

    weight: int
    people: tuple[str, ...]


def lots_of(lottery: Lottery) -> tuple[Lot, ...]:
    """Return lots whose weights give everyone their exact chance, to one part in WHOLE.

    Each type is laid out on tracks by the wrap-around rule (McNaughton 1959; Schmidt 1984 for
    tracks of unequal length), which cuts few panels: at most N + 2 n lots for n people.

    The weights sum to WHOLE, and the people of a type differ by at most one part.
    """
    starts: list[dict[int, list[Unit]]] = [defaultdict(list) for _ in lottery.weights]
    ends: list[dict[int, list[Unit]]] = [defaultdict(list) for _ in lottery.weights]
    for panel, piece in _pieces(lottery):
        starts[panel][piece.start].append(piece.unit)
        ends[panel][piece.end].append(piece.unit)
    lots: list[Lot] = []
    for j, weight in enumerate(lottery.weights):
        lots += _cut(lottery, weight, starts[j], ends[j])
    return tuple(lots)


def _cut(
    lottery: Lottery, weight: int, starts: dict[int, list[Unit]], ends: dict[int, list[Unit]]
) -> list[Lot]:
    """Cut one panel wherever somebody comes or goes."""
    marks = sorted({0, weight, *starts, *ends})
    seated: set[Unit] = set()
    lots = []
    for here, there in zip(marks, marks[1:], strict=False):
        seated.difference_update(ends.get(here, ()))
        seated.update(starts.get(here, ()))
        people = sorted(lottery.pool.people[i].id for unit in seated for i in unit)
        lots.append(Lot(there - here, tuple(people)))
    return lots


def _pieces(lottery: Lottery) -> list[tuple[int, Piece]]:
    """Return who sits in which panel, from which part of its weight to which."""
    found = []
    counts = lottery.panels.T.tolist()
    together = defaultdict(list)
    for t, kind in enumerate(lottery.model.types):
        if kind.shared is not None and len(kind.households) > 1:
            together[kind.shared].append(t)
        else:
            found += pieces_of(kind.units, counts[t], lottery.weights)
    for types in together.values():
        for j, weight in enumerate(lottery.weights):
            seated = [(lottery.model.types[t], counts[t][j]) for t in types]
            found += [(j, piece) for piece in _turned(seated, weight)]
    return found


def _turned(seated: Sequence[tuple[Type, int]], weight: int) -> list[Piece]:
    """Seat types that share households: seats go round the households in equal turns."""
    homes = len(seated[0][0].households)
    deepest = int(np.lcm.reduce([len(kind.households[0]) for kind, _ in seated]))
    turns = homes * deepest
    if not any(count for _, count in seated):
        return []
    pieces = []
    for turn in range(turns):
        start, end = weight * turn // turns, weight * (turn + 1) // turns
        home = turn % homes
        for kind, count in seated:
            for _ in range(count if end > start else 0):
                household = kind.households[home % homes]
                pieces.append(Piece(start, end, household[turn // homes % len(household)]))
                home += 1
    return pieces
