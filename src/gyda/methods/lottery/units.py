"""Units that are drawn whole, and the groups of which at most one unit may sit."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Sequence

from gyda.methods.lottery.pool import Pool

Unit = tuple[int, ...]  # positions in the pool of people who are drawn together
Answers = tuple[tuple[tuple[str, str], ...], ...]


def units_of(pool: Pool) -> tuple[Unit, ...]:
    """Return who is drawn with whom: sets that share a person become one unit."""
    place = {person.id: i for i, person in enumerate(pool.people)}
    leader = list(range(len(pool.people)))

    def first(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    for group in pool.together:
        low, *rest = sorted({first(place[p]) for p in group})
        for other in rest:
            leader[other] = low
    units = defaultdict(list)
    for i in range(len(leader)):
        units[first(i)].append(i)
    return tuple(tuple(unit) for unit in units.values())


def exclusions(pool: Pool, units: Sequence[Unit]) -> list[tuple[int, ...]]:
    """Return sets of units (by position) of which a panel holds at most one."""
    unit_of = {i: u for u, unit in enumerate(units) for i in unit}
    place = {person.id: i for i, person in enumerate(pool.people)}
    groups = [{unit_of[place[p]] for p in apart} for apart in pool.apart]
    if pool.one_per_household:
        homes = defaultdict(set)
        for i, person in enumerate(pool.people):
            if person.household is not None:
                homes[person.household].add(unit_of[i])
        groups += homes.values()
    return sorted({tuple(sorted(group)) for group in groups if len(group) > 1})


def answers_of(pool: Pool, unit: Unit) -> Answers:
    """Return what the people of a unit answered, in an order of its own."""
    return tuple(sorted(tuple(sorted(pool.people[i].values.items())) for i in unit))
