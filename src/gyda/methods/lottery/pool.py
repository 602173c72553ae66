"""People, quotas and wishes: what a lottery is drawn from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """Someone in the pool: an id, one value per category, and a household when it is known."""

    id: str
    values: Mapping[str, str]
    household: str | None = None


@dataclass(frozen=True)
class Quota:
    """At least `least` and at most `most` seats for a value of a category.

    `lowest` and `highest` say how far the two may be moved when the quotas cannot be met.
    """

    category: str
    value: str
    least: int
    most: int
    lowest: int = 0
    highest: int | None = None

    @property
    def name(self) -> tuple[str, str]:
        """Category and value, which name a quota."""
        return self.category, self.value


@dataclass(frozen=True)
class Pool:
    """Everyone who may be drawn, and who must or must not sit together.

    `one_per_household`: at most one unit of each household; people without one stand alone.
    `together`: sets of ids drawn all or none. `apart`: sets of which at most one is drawn.
    """

    people: tuple[Person, ...]
    one_per_household: bool = False
    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()
    categories: tuple[str, ...] = field(default=())

    @staticmethod
    def of(
        people: Iterable[Person],
        *,
        one_per_household: bool = False,
        together: Iterable[Iterable[str]] = (),
        apart: Iterable[Iterable[str]] = (),
    ) -> "Pool":
        """Return a pool in an order of its own: whatever the order of the rows, the same pool."""
        ordered = tuple(sorted(people, key=lambda person: person.id))
        return Pool(
            ordered,
            one_per_household,
            _sets(together),
            _sets(apart),
            tuple(sorted({c for p in ordered for c in p.values})),
        )


def _sets(groups: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    return tuple(sorted({frozenset(group) for group in groups}, key=sorted))
