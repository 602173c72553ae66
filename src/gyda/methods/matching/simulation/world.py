"""A hub that never was: homes in villages, gifts, weeks, languages, needs; what is said of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any, Generic, TypeVar

import numpy as np

from gyda.methods.matching.model import Ask, Offer, Person, Where
from gyda.methods.matching.simulation.assumptions import (
    FREE,
    KINDS,
    MINUTES,
    WEEKS_OF,
    WHERE,
    WORDS,
    Assumptions,
)

R = TypeVar("R")
Draw = np.random.Generator
CHECKED = frozenset(("checked",))
NEEDS = 8  # kinds of access needs
ANY_NUMBER = 99


@dataclass(frozen=True)
class Said(Generic[R]):
    """What is true, and what the hub is told of it."""

    true: R
    said: R


@dataclass(frozen=True)
class World:
    """A hub's members; their asks come week by week."""

    told: Assumptions
    people: Sequence[Said[Person]]
    offers: Sequence[Said[Offer]]
    blocks: Sequence[tuple[str, str]]
    homes: Any  # metres, n by 2
    weeks: Any  # true times of each member, as bits
    welsh: Any
    willing: Any  # chance of a yes, all else being easy
    asking: Any  # share of the hub's asks that are this member's


def world(told: Assumptions, draw: Draw) -> World:
    """Return a hub, drawn."""
    homes = _homes(told, draw)
    weeks = _weeks(told.members, draw)
    welsh = draw.random(told.members) < told.welsh
    asking = draw.lognormal(0.0, 1.0, told.members) * (draw.random(told.members) < 0.5)
    return World(
        told=told,
        people=_people(told, draw),
        offers=_offers(told, homes, weeks, welsh, draw),
        blocks=_blocks(told, draw),
        homes=homes,
        weeks=weeks,
        welsh=welsh,
        willing=draw.beta(*told.saying_yes, told.members),
        asking=asking / asking.sum(),
    )


def name(number: int) -> str:
    """Return a member's id."""
    return f"m{number:06d}"


def _homes(told: Assumptions, draw: Draw) -> Any:
    side = told.side * sqrt(told.members / 1_000)
    villages = max(3, round(told.villages * told.members))
    middles = draw.random((villages, 2)) * side + 100_000
    sizes = 1.0 / np.arange(1, villages + 1)  # as towns and villages are (Zipf)
    lives = draw.choice(villages, told.members, p=sizes / sizes.sum())
    return middles[lives] + draw.normal(0.0, told.spread, (told.members, 2))


def _weeks(members: int, draw: Draw) -> Any:
    kinds = draw.choice(len(FREE), members, p=WEEKS_OF)
    free = np.array([[FREE[kind][day > 4] for day in range(7)] for kind in FREE]).reshape(-1, 21)
    bits = draw.random((members, 21)) < free[kinds]
    return bits @ (1 << np.arange(21))


def _people(told: Assumptions, draw: Draw) -> list[Said[Person]]:
    median, spread = told.reach
    reach = median * np.exp(draw.normal(0.0, spread, told.members))
    checked = draw.random(told.members) < told.checked
    says = draw.random(told.members) < told.says_reach
    found = []
    for at in range(told.members):
        true = Person(name(at), float(reach[at]), checks=CHECKED if checked[at] else frozenset())
        said = true if says[at] else Person(true.id, checks=true.checks)
        found.append(Said(replace(true, most=ANY_NUMBER), said))
    return found


def _blocks(told: Assumptions, draw: Draw) -> list[tuple[str, str]]:
    pairs = draw.integers(0, told.members, (round(told.blocks * told.members), 2)).tolist()
    return [(name(one), name(other)) for one, other in pairs if one != other]


def _offers(told: Assumptions, homes: Any, weeks: Any, welsh: Any, draw: Draw) -> Any:
    offering = np.flatnonzero(draw.random(told.members) < told.offering)
    many = draw.integers(1, 4, len(offering))
    owners = np.repeat(offering, many).tolist()
    shares = [share for share, _asked in KINDS.values()]
    kinds = draw.choice(len(KINDS), len(owners), p=shares)
    return [
        _offer(told, f"o{at:06d}", owner, list(KINDS)[kinds[at]], (homes, weeks, welsh), draw)
        for at, owner in enumerate(owners)
    ]


def _offer(told: Assumptions, id_: str, owner: int, kind: str, of: Any, draw: Draw) -> Said[Offer]:
    homes, weeks, welsh = of
    met = _bits(draw.random(NEEDS) < told.meets)
    true = Offer(
        id_,
        name(owner),
        kind,
        str(draw.choice(WORDS[kind])),
        Where(int(draw.choice(4, p=WHERE))),
        easting=float(homes[owner, 0]),
        northing=float(homes[owner, 1]),
        times=int(weeks[owner]),
        spoken=3 if welsh[owner] else 1,
        provides=met,
    )
    east, north = _middle(true.easting, told), _middle(true.northing, told)
    ticked = met & _bits(draw.random(NEEDS) < told.ticks)
    times = _said_times(true.times, told, draw)
    return Said(true, replace(true, easting=east, northing=north, times=times, provides=ticked))


def an_ask(made: World, id_: str, owner: int, draw: Draw) -> Said[Ask]:
    """Return an ask of a member, drawn."""
    told = made.told
    kind = str(draw.choice(list(KINDS), p=[asked for _offered, asked in KINDS.values()]))
    welsh_only = bool(made.welsh[owner]) and draw.random() < told.in_welsh
    true = Ask(
        id_,
        name(owner),
        kind,
        str(draw.choice(WORDS[kind])),
        Where(int(draw.choice(4, p=WHERE))),
        easting=float(made.homes[owner, 0]),
        northing=float(made.homes[owner, 1]),
        times=int(made.weeks[owner]),
        minutes=int(draw.choice([m for m, _p in MINUTES], p=[p for _m, p in MINUTES])),
        spoken=2 if welsh_only else 3 if made.welsh[owner] else 1,
        needs=1 << int(draw.integers(NEEDS)) if draw.random() < told.needs else 0,
        checks=CHECKED if draw.random() < told.wants_checks else frozenset(),
    )
    east, north = _middle(true.easting, told), _middle(true.northing, told)
    times = _said_times(true.times, told, draw)
    return Said(true, replace(true, easting=east, northing=north, times=times))


def _middle(metres: float, told: Assumptions) -> float:
    return (metres // told.area + 0.5) * told.area


def _said_times(true: int, told: Assumptions, draw: Draw) -> int:
    if draw.random() >= told.says_times:
        return 0
    forgotten = _bits(draw.random(21) < told.forgets)
    imagined = _bits(draw.random(21) < told.imagines)
    return true & ~forgotten | imagined & ~true


def _bits(flags: Any) -> int:
    return int(flags @ (1 << np.arange(len(flags))))
