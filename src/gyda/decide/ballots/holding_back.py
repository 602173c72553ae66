"""Which groups of a turnout can be told one by one, without telling of a few: pure."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass

from gyda.methods.representativeness import LEAST


@dataclass(frozen=True)
class Part:
    """Some groups told as one: how many could vote, how many did."""

    names: tuple[str, ...]
    could: int
    did: int

    @property
    def is_safe(self) -> bool:
        """Whether neither those who voted nor those who did not are a few."""
        return self.did >= LEAST and self.could - self.did >= LEAST

    def with_(self, other: "Part") -> "Part":
        return Part(self.names + other.names, self.could + other.could, self.did + other.did)


def told(groups: Mapping[str, tuple[int, int]]) -> list[Part]:
    """Return the parts that can be told, groups of a few put together; none where all are a few.

    What is put together takes in the smallest group of the others, until it is no few itself:
    else the total would give it away.

    >>> [(one.names, one.did) for one in told({"A": (40, 20), "B": (30, 9), "C": (9, 3)})]
    [(('A',), 20), (('B', 'C'), 12)]
    >>> told({"A": (40, 20), "C": (9, 3)})
    []
    """
    parts = [Part((name,), could, did) for name, (could, did) in groups.items() if could]
    safe = [part for part in parts if part.is_safe]
    rest = Part((), 0, 0)
    for part in parts:
        rest = rest if part.is_safe else rest.with_(part)
    while rest.names and not rest.is_safe and safe:
        least = min(safe, key=lambda part: part.could)
        safe.remove(least)
        rest = least.with_(rest)
    if rest.names and not rest.is_safe:
        return []
    found = [*safe, rest] if rest.names else safe
    return found if len(found) > 1 else []
