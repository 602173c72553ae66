"""Seats of types given to people: in turn, and fairly among those who share a home."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Iterator

from gyda.methods.lottery.colouring import equitable
from gyda.methods.lottery.fair import Lottery
from gyda.methods.lottery.model import Counts, Type
from gyda.methods.lottery.units import Unit


def dealt(lottery: Lottery, panels: Counts) -> Iterator[tuple[str, ...]]:
    """Yield who sits in each lot, by id: the people of a type sit equally often, to within one."""
    seats: list[list[Unit]] = [[] for _ in panels]
    shared = defaultdict(list)
    for t, kind in enumerate(lottery.model.types):
        if kind.shared is not None and len(kind.households) > 1:
            shared[kind.shared].append((kind, panels[:, t].tolist()))
        else:
            turn = 0
            for lot, count in enumerate(panels[:, t].tolist()):
                seats[lot] += [kind.units[(turn + i) % len(kind.units)] for i in range(count)]
                turn += count
    for kinds in shared.values():
        for lot, unit in _households(kinds):
            seats[lot].append(unit)
    ids = lottery.pool.people
    for units in seats:
        yield tuple(sorted(ids[i].id for unit in units for i in unit))


def _households(kinds: list[tuple[Type, list[int]]]) -> list[tuple[int, Unit]]:
    """Seat types that share households: one colour per household, fairly spread."""
    edges = [
        (lot, k) for k, (_, counts) in enumerate(kinds) for lot, n in enumerate(counts)
        for _ in range(n)
    ]  # fmt: skip
    homes = len(kinds[0][0].households)
    turns: dict[tuple[int, int], int] = defaultdict(int)
    seated = []
    for (lot, k), home in zip(edges, equitable(edges, homes), strict=True):
        household = kinds[k][0].households[home]
        seated.append((lot, household[turns[k, home] % len(household)]))
        turns[k, home] += 1
    return seated
