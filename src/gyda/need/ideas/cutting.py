"""Which ideas the month's cut takes: pure, so that anyone can check it against the open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID


@dataclass(frozen=True)
class Standing:
    """An idea, its category, its support at the moment of the cut."""

    idea: UUID
    category: UUID | None
    supports: int


@dataclass(frozen=True)
class Place:
    """An idea that goes forward, and which place it had; equal support, equal place."""

    standing: Standing
    place: int


@dataclass(frozen=True)
class Chosen:
    """Who goes, and how many stood equal at the last place and were too many to go."""

    places: list[Place]
    tied: int


def first(standings: Sequence[Standing], top: int, least: int) -> Chosen:
    """Return the `top` most supported with at least `least`; nobody is parted from their equals.

    Those equal at the last place all go, as long as no more than twice `top` go in all; else none
    of them goes and they wait for the next month. No lot is drawn, and no clock looked at.

    >>> ideas = [Standing(UUID(int=n), None, s) for n, s in enumerate([9, 7, 7, 2], start=1)]
    >>> [(place.place, place.standing.supports) for place in first(ideas, 2, 3).places]
    [(1, 9), (2, 7), (2, 7)]
    >>> first(ideas, 1, 8).tied
    0
    """
    enough = [one for one in standings if one.supports >= least]
    ranked = sorted(enough, key=lambda one: (-one.supports, one.idea))
    places: list[Place] = []
    for _supports, group in groupby(ranked, key=lambda one: one.supports):
        if len(places) >= top:
            break
        equals = list(group)
        if len(places) + len(equals) > 2 * top:
            return Chosen(_numbered(places), len(equals))
        places += [Place(one, len(places) + 1) for one in equals]
    return Chosen(_numbered(places), 0)


def _numbered(places: list[Place]) -> list[Place]:
    """Give equals the number of the first of them."""
    numbered: list[Place] = []
    for place in places:
        before = numbered[-1] if numbered else None
        equal = before is not None and before.standing.supports == place.standing.supports
        number = before.place if before and equal else len(numbered) + 1
        numbered.append(Place(place.standing, number))
    return numbered
