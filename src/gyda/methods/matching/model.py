"""What matching is told: people, what they offer, what is asked for, and the rules of the hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from math import nan

from gyda.methods.errors import BadInput

DAYS, PARTS = 7, 3  # a week in mornings, afternoons and evenings: bit 3·day + part
ALL_TIMES = (1 << DAYS * PARTS) - 1


class Where(IntEnum):
    """Where help can happen."""

    PLACE = 0  # in one village
    HOME = 1  # at the home of the person who is helped
    ONLINE = 2
    ANYWHERE = 3


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who may give and receive. Metres, whole minutes; what is not known stays as it is."""

    id: str
    reach: float = nan  # metres that this person is ready to travel; nan: as far as the hub's rules
    most: int = -1  # asks in a week that may be brought to them; -1: as the hub's rules say
    asked: int = 0  # asks brought to them lately
    given: int = 0  # minutes, lately
    received: int = 0
    checks: frozenset[str] = frozenset()  # levels held today
    is_known: bool = False  # to a connector
    is_young: bool = False  # under 18


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person offers. `times` and `provides` are bits; no bit in `times`: to be agreed."""

    id: str
    person: str
    kind: str
    title: str = ""
    where: Where = Where.ANYWHERE
    easting: float = nan  # of the village, or of the person's home; a small area's middle
    northing: float = nan
    times: int = 0
    spoken: int = 3  # bits: languages this person will talk in
    provides: int = 0  # bits: access needs that are met
    wants_known: bool = False  # only with someone a connector knows


@dataclass(frozen=True, slots=True)
class Ask:
    """What a person asks for."""

    id: str
    person: str
    kind: str
    title: str = ""
    where: Where = Where.ANYWHERE
    easting: float = nan
    northing: float = nan
    times: int = 0
    minutes: int = 60
    spoken: int = 3
    needs: int = 0
    checks: frozenset[str] = frozenset()  # levels that the helper has to hold, all of them
    wants_known: bool = False
    waiting: int = 0  # days


@dataclass(frozen=True)
class Weights:
    """How much each reason counts; a match has at most their sum."""

    near: int = 50
    times: int = 15
    alike: int = 10
    turn: int = 25


@dataclass(frozen=True)
class Rules:
    """What a hub decides."""

    reach: float = 5_000.0  # metres: farther, nobody is asked; a person may go less far
    near: float = 1_600.0  # metres: beyond, only where fewer than `few` are nearer
    few: int = 1
    most: int = 2  # asks brought to one person in a week
    half: float = 1_000.0  # metres at which nearness counts half
    part_minutes: int = 240  # what fits into one part of a day
    of_place: int = 0  # access bits that say something about a place, not about a person
    young_checks: frozenset[str] = frozenset()  # an adult holds these to meet someone under 18
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True)
class Community:
    """All that matching reads; the order of rows means nothing."""

    people: Iterable[Person]
    offers: Iterable[Offer]
    asks: Iterable[Ask]
    blocks: Iterable[tuple[str, str]] = ()  # neither is brought to the other
    already: Iterable[tuple[str, str]] = ()  # (ask, person): brought together before
    rules: Rules = field(default_factory=Rules)


def unique(rows: list[str], what: str) -> dict[str, int]:
    """Return the place of each id. Raises BadInput `id-twice`."""
    places = {row: at for at, row in enumerate(rows)}
    if len(places) != len(rows):
        twice = next(one for one, other in zip(rows, rows[1:], strict=False) if one == other)
        raise BadInput("id-twice", what=what, id=twice)
    return places
