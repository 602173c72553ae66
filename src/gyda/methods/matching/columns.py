"""The rows of a community as columns of numbers, sorted, so that no order of theirs matters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.errors import BadInput
from gyda.methods.matching.model import Ask, Community, Offer, Person, Rules, unique

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class People:
    """n people; `checks` and the levels asked for are bits of the same list of levels."""

    rows: Sequence[Person]
    at: dict[str, int]
    reach: Floats
    most: Ints
    asked: Ints
    given: Ints
    received: Ints
    checks: Ints
    known: Bools
    young: Bools


@dataclass(frozen=True)
class Listed:
    """n offers, or n asks."""

    rows: Sequence[Any]
    person: Ints
    kind: Ints
    where: Ints
    east: Floats
    north: Floats
    times: Ints
    spoken: Ints
    access: Ints  # provided, or needed
    wants_known: Bools


@dataclass(frozen=True)
class Columns:
    """A community, ready to be compared."""

    people: People
    offers: Listed
    asks: Listed
    minutes: Ints  # of each ask
    checks: Ints
    waiting: Ints
    young_checks: int
    blocks: Ints  # pairs of people as single numbers, both ways round
    already: Ints  # pairs of ask and person likewise
    rules: Rules


def columns(community: Community) -> Columns:
    """Return a community as columns.

    Raises BadInput `id-twice`, `person-unknown` (an offer or ask of nobody).
    """
    people = sorted(community.people, key=lambda one: one.id)
    offers = sorted(community.offers, key=lambda one: one.id)
    asks = sorted(community.asks, key=lambda one: one.id)
    kinds = {kind: at for at, kind in enumerate(sorted(_kinds(offers) | _kinds(asks)))}
    rules = community.rules
    held = [one.checks for one in people] + [one.checks for one in asks]
    levels = _levels([*held, rules.young_checks])
    who = _people(people, rules, levels)
    ask_at = unique([ask.id for ask in asks], "ask")
    unique([offer.id for offer in offers], "offer")
    return Columns(
        people=who,
        offers=_listed(offers, [offer.provides for offer in offers], who, kinds),
        asks=_listed(asks, [ask.needs for ask in asks], who, kinds),
        minutes=_ints(ask.minutes for ask in asks),
        checks=_ints(_bits(ask.checks, levels) for ask in asks),
        waiting=_ints(ask.waiting for ask in asks),
        young_checks=_bits(rules.young_checks, levels),
        blocks=_pairs(_both_ways(community.blocks), who.at, who.at),
        already=_pairs(community.already, ask_at, who.at),
        rules=rules,
    )


def _people(rows: Sequence[Person], rules: Rules, levels: dict[str, int]) -> People:
    reach = np.array([one.reach for one in rows], dtype=np.float64)
    most = _ints(one.most for one in rows)
    return People(
        rows=rows,
        at=unique([one.id for one in rows], "person"),
        reach=np.fmin(reach, rules.reach),
        most=np.where(most < 0, rules.most, most),
        asked=_ints(one.asked for one in rows),
        given=_ints(one.given for one in rows),
        received=_ints(one.received for one in rows),
        checks=_ints(_bits(one.checks, levels) for one in rows),
        known=np.array([one.is_known for one in rows], dtype=np.bool_),
        young=np.array([one.is_young for one in rows], dtype=np.bool_),
    )


def _listed(
    rows: Sequence[Offer] | Sequence[Ask], access: list[int], who: People, kinds: dict[str, int]
) -> Listed:
    for row in rows:
        if row.person not in who.at:
            raise BadInput("person-unknown", id=row.id, person=row.person)
    return Listed(
        rows=rows,
        person=_ints(who.at[row.person] for row in rows),
        kind=_ints(kinds[row.kind] for row in rows),
        where=_ints(int(row.where) for row in rows),
        east=np.array([row.easting for row in rows], dtype=np.float64),
        north=np.array([row.northing for row in rows], dtype=np.float64),
        times=_ints(row.times for row in rows),
        spoken=_ints(row.spoken for row in rows),
        access=_ints(access),
        wants_known=np.array([row.wants_known for row in rows], dtype=np.bool_),
    )


def _kinds(rows: Sequence[Offer] | Sequence[Ask]) -> set[str]:
    return {row.kind for row in rows}


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _levels(held: Iterable[frozenset[str]]) -> dict[str, int]:
    return {level: at for at, level in enumerate(sorted(frozenset().union(*held)))}


def _bits(levels: frozenset[str], places: dict[str, int]) -> int:
    return sum(1 << places[level] for level in levels)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return [way for one, other in pairs for way in ((one, other), (other, one))]


def _pairs(pairs: Iterable[tuple[str, str]], first: dict[str, int], second: dict[str, int]) -> Ints:
    """Return each pair whose two ids are here as one number, sorted."""
    width = max(1, len(second))
    here = [(a, b) for a, b in pairs if a in first and b in second]
    return np.unique(_ints(first[a] * width + second[b] for a, b in here))
