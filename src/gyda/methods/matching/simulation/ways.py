"""Ways of bringing asks to people: ours, and those it is measured against."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gyda.methods.matching.columns import Columns, Floats, Ints, columns
from gyda.methods.matching.gates import Gate, metres, shut
from gyda.methods.matching.model import Community, Where
from gyda.methods.matching.pairs import near_pairs
from gyda.methods.matching.titles import alike
from gyda.methods.matching.week import week

FARTHEST = 50_000.0  # metres: beyond, nobody is looked for
ALWAYS = Gate.SELF | Gate.BLOCK | Gate.ALREADY
TIERS = (5_000.0, 15_000.0, 30_000.0, 50_000.0, 100_000.0)


@dataclass(frozen=True)
class Week:
    """What a way may know: the hub as told, this week's open asks, and when each came."""

    community: Community
    contacts: int
    seed: str
    age: dict[str, float]  # days since an offer was put up
    readers: list[str]  # who looks at the list of asks this week, in the order in which they come
    reads: int = 20


Pairs = list[tuple[str, str]]  # (ask, offer)
Way = Callable[[Week], Pairs]


def ours(now: Week) -> Pairs:
    """A fair week: gates, scores with reasons, rounds of assignment."""
    found = week(now.community, people=now.contacts, seed=now.seed)
    return [(one.ask, one.offer) for one in found]


def newest_first(now: Week) -> Pairs:
    """A list, newest ask first: who reads it takes the first that is of a kind they offer."""
    told, ask, offer = _all_pairs(now)
    waiting = told.waiting
    newest = sorted(range(len(waiting)), key=lambda at: (waiting[at], told.asks.rows[at].id))
    rank = np.empty(len(waiting), dtype=np.int64)
    rank[newest] = np.arange(len(waiting))
    best: dict[int, tuple[int, int, int]] = {}
    for one, other in zip(ask.tolist(), offer.tolist(), strict=True):
        if rank[one] < now.reads:
            helper, place = int(told.offers.person[other]), (int(rank[one]), one, other)
            best[helper] = min(best.get(helper, place), place)
    places = [told.people.at[reader] for reader in now.readers]
    chosen = [best[place] for place in places if place in best]
    return [(told.asks.rows[one].id, told.offers.rows[other].id) for _r, one, other in chosen]


def category_and_distance(now: Week) -> Pairs:
    """The nearest people who offer that kind of thing."""
    told, ask, offer = _all_pairs(now)
    return _first(told, ask, offer, -_far(told, ask, offer), now.contacts)


def nexus(now: Week) -> Pairs:
    """The weights that Project NEXUS publishes; facts about them, our own code.

    Category 25, skill 20 (likeness of words), nearness 25 (steps at 5, 15, 30, 50 and 100 km),
    freshness 10 (half-life 14 days), chance of a return 15, quality 5. Vetting and distance are
    gates. What cannot be rebuilt from the publication is left out: its embeddings (8) and its
    collaborative part (6).
    """
    told, ask, offer = _all_pairs(now, gates=ALWAYS | Gate.CHECKS)
    nearness = 1.0 - np.searchsorted(TIERS, _far(told, ask, offer)) / len(TIERS)
    days = np.array([now.age[row.id] for row in told.offers.rows])[offer]
    total = 25.0 + 20 * alike(told, ask, offer) + 25 * nearness + 10 * 0.5 ** (days / 14)
    total += 15 * _returns(told, ask, offer) + 5 * _quality(told)[offer]
    return _first(told, ask, offer, total, now.contacts)


def _all_pairs(now: Week, gates: int = ALWAYS) -> tuple[Columns, Ints, Ints]:
    told = columns(now.community)
    far = np.full(len(told.people.rows), FARTHEST)
    wide = replace(told, people=replace(told.people, reach=far))
    found = []
    for ask, offer in near_pairs(wide):
        may = (shut(wide, ask, offer) & int(gates)) == 0
        found.append((ask[may], offer[may]))
    nobody = np.zeros(0, dtype=np.int64)
    ask, offer = (np.concatenate(part) for part in zip((nobody,) * 2, *found, strict=True))
    return told, ask, offer


def _far(told: Columns, ask: Ints, offer: Ints) -> Floats:
    return np.nan_to_num(metres(told, ask, offer), nan=FARTHEST)


def _first(told: Columns, ask: Ints, offer: Ints, worth: Any, most: int) -> Pairs:
    """Return each ask's first people by worth, the earlier offer first among equals."""
    order = np.lexsort((offer, -worth, ask))
    taken: dict[int, set[int]] = {}
    chosen = []
    for one, other in zip(ask[order].tolist(), offer[order].tolist(), strict=True):
        helper = int(told.offers.person[other])
        people = taken.setdefault(one, set())
        if len(people) < most and helper not in people:
            people.add(helper)
            chosen.append((told.asks.rows[one].id, told.offers.rows[other].id))
    return chosen


def _returns(told: Columns, ask: Ints, offer: Ints) -> Floats:
    """1 where the asker offers what the helper has asked for."""
    wants = set(zip(told.asks.person.tolist(), told.asks.kind.tolist(), strict=True))
    helpers = {person for person, _kind in wants}
    gifts: dict[int, list[int]] = {}
    for person, kind in zip(told.offers.person.tolist(), told.offers.kind.tolist(), strict=True):
        gifts.setdefault(person, []).append(kind)
    both = zip(told.asks.person[ask].tolist(), told.offers.person[offer].tolist(), strict=True)
    return np.array(
        [
            float(helper in helpers and any((helper, kind) in wants for kind in gifts.get(one, ())))
            for one, helper in both
        ]
    )


def _quality(told: Columns) -> Floats:
    """How much an offer says of itself: times, access, where."""
    offers = told.offers
    said: Sequence[Any] = (offers.times != 0, offers.access != 0, offers.where != Where.ANYWHERE)
    return np.asarray(np.mean(said, axis=0), dtype=np.float64)
