"""A population on which rules are tried: cells of people who are alike, never a person's row."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from gyda.methods.criteria.facts import Known
from gyda.methods.errors import BadInput

QUINTILE = "quintile"  # of the index of deprivation; 1 is the most deprived
Key = tuple[tuple[tuple[str, object], ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Cell:
    """So many people of whom the same is true; `groups` gives for each kind of group which."""

    facts: Known
    groups: Mapping[str, str]
    people: int

    @property
    def key(self) -> Key:
        facts = tuple(sorted(((c, v) for c, v in self.facts.items()), key=lambda one: one[0]))
        return facts, tuple(sorted((name, group) for name, group in self.groups.items() if group))


@dataclass(frozen=True)
class Population:
    """Cells in an order of their own: it says nothing of the order in which people came."""

    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Self:
        """Join what is alike. Raises BadInput `nobody` or `not-a-count`."""
        people: dict[Key, int] = {}
        for cell in cells:
            if cell.people < 0:
                raise BadInput("not-a-count", value=cell.people)
            people[cell.key] = people.get(cell.key, 0) + cell.people
        joined = [Cell(dict(key[0]), dict(key[1]), n) for key, n in people.items() if n]  # type: ignore[arg-type]
        if not joined:
            raise BadInput("nobody")
        return cls(tuple(sorted(joined, key=lambda cell: repr(cell.key))))

    @property
    def people(self) -> int:
        return sum(cell.people for cell in self.cells)

    @property
    def groupings(self) -> list[str]:
        """Return the kinds of groups, deprivation first."""
        names = {name for cell in self.cells for name in cell.groups}
        return sorted(names, key=lambda name: (name != QUINTILE, name))

    def as_data(self) -> list[dict[str, Any]]:
        """Return the cells as data."""
        return [
            {"facts": dict(cell.facts), "groups": dict(cell.groups), "people": cell.people}
            for cell in self.cells
        ]

    @classmethod
    def from_data(cls, data: Iterable[Mapping[str, Any]]) -> Self:
        """Return what `as_data` gave."""
        return cls.of(Cell(one["facts"], one["groups"], one["people"]) for one in data)
