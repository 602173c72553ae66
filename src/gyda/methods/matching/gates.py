"""The hard gates: what has to hold before two people are brought together at all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from enum import IntFlag

import numpy as np

from gyda.methods.matching.columns import Bools, Columns, Floats, Ints
from gyda.methods.matching.model import DAYS, PARTS, Where


class Gate(IntFlag):
    """Why two are not brought together: for tests and counts, never shown to either of them."""

    SELF = 1
    BLOCK = 2
    ALREADY = 4
    TIMES = 8
    REACH = 16
    LANGUAGE = 32
    ACCESS = 64
    CHECKS = 128
    KNOWN = 256
    AGE = 512
    LOAD = 1024


class Way(IntFlag):
    """Who travels."""

    NOBODY = 0  # no meeting: the two want different things
    HELPER = 1
    ASKER = 2
    EITHER = 3
    REMOTE = 4


_WAYS = np.zeros((4, 4), dtype=np.int64)  # [ask, offer]
_WAYS[Where.PLACE, [Where.PLACE, Where.HOME, Where.ANYWHERE]] = Way.HELPER
_WAYS[Where.HOME, [Where.HOME, Where.ANYWHERE]] = Way.HELPER
_WAYS[Where.ONLINE, [Where.ONLINE, Where.ANYWHERE]] = Way.REMOTE
_WAYS[Where.ANYWHERE, Where.PLACE] = Way.ASKER
_WAYS[Where.ANYWHERE, Where.HOME] = Way.HELPER
_WAYS[Where.ANYWHERE, Where.ONLINE] = Way.REMOTE
_WAYS[Where.ANYWHERE, Where.ANYWHERE] = Way.EITHER

_STARTS = {  # parts of a day in which so many parts can begin
    parts: sum(
        1 << (day * PARTS + part) for day in range(DAYS) for part in range(PARTS + 1 - parts)
    )
    for parts in range(1, PARTS + 1)
}


def ways(columns: Columns, ask: Ints, offer: Ints) -> Ints:
    """Return who travels in each pair."""
    found: Ints = _WAYS[columns.asks.where[ask], columns.offers.where[offer]]
    return found


def metres(columns: Columns, ask: Ints, offer: Ints) -> Floats:
    """Return the distance between the two, as the crow flies; nan where a place is not known."""
    asks, offers = columns.asks, columns.offers
    east, north = asks.east[ask] - offers.east[offer], asks.north[ask] - offers.north[offer]
    far: Floats = np.sqrt(east * east + north * north)
    return far


def travelled(columns: Columns, ask: Ints, offer: Ints) -> Floats:
    """Return the metres someone goes; 0 for a call, and where a place is not known."""
    far = np.nan_to_num(metres(columns, ask, offer), nan=0.0)
    return np.where(ways(columns, ask, offer) == Way.REMOTE, 0.0, far)


def common(columns: Columns, ask: Ints, offer: Ints) -> Ints:
    """Return the parts of the week that suit both, as bits; 0 too where it is to be agreed."""
    both: Ints = columns.asks.times[ask] & columns.offers.times[offer]
    return both


def long_enough(both: Ints, parts: Ints) -> Bools:
    """Tell where so many parts follow on one day; more than a day's: so many on any days.

    >>> two = np.array([2, 2])  # parts
    >>> long_enough(np.array([0b11, 0b1100]), two).tolist()  # the evening, then the next morning
    [True, False]
    """
    runs = {1: both, 2: both & (both >> 1), 3: both & (both >> 1) & (both >> 2)}
    fits = np.bitwise_count(both) >= parts
    for length, run in runs.items():
        fits = np.where(parts == length, (run & _STARTS[length]) != 0, fits)
    return np.asarray(fits, dtype=np.bool_)


def shut(columns: Columns, ask: Ints, offer: Ints) -> Ints:
    """Return the gates that are shut for each pair, as bits of Gate; 0: they may be matched."""
    giver, taker = columns.offers.person[offer], columns.asks.person[ask]
    width = max(1, len(columns.people.rows))
    tests = {
        Gate.SELF: giver == taker,
        Gate.BLOCK: np.isin(taker * width + giver, columns.blocks),
        Gate.ALREADY: np.isin(ask * width + giver, columns.already),
        Gate.TIMES: _no_time(columns, ask, offer),
        Gate.REACH: _too_far(columns, ask, offer),
        Gate.LANGUAGE: (columns.asks.spoken[ask] & columns.offers.spoken[offer]) == 0,
        Gate.ACCESS: _needs_unmet(columns, ask, offer),
        Gate.CHECKS: _lacks(columns.people.checks[giver], columns.checks[ask]),
        Gate.KNOWN: _unknown(columns, ask, offer),
        Gate.AGE: _too_young(columns, giver, taker),
        Gate.LOAD: columns.people.most[giver] < 1,
    }
    closed = np.zeros(len(ask), dtype=np.int64)
    for gate, test in tests.items():
        closed |= np.where(test, int(gate), 0)
    return closed


def _no_time(columns: Columns, ask: Ints, offer: Ints) -> Bools:
    parts = -(-columns.minutes[ask] // columns.rules.part_minutes)
    told = (columns.asks.times[ask] != 0) & (columns.offers.times[offer] != 0)
    enough = long_enough(common(columns, ask, offer), np.maximum(parts, 1))
    return np.asarray(told & ~enough, dtype=np.bool_)


def _too_far(columns: Columns, ask: Ints, offer: Ints) -> Bools:
    way, far = ways(columns, ask, offer), metres(columns, ask, offer)
    reach = columns.people.reach
    helper, asker = reach[columns.offers.person[offer]], reach[columns.asks.person[ask]]
    most = np.select(
        [way == Way.HELPER, way == Way.ASKER, way == Way.EITHER, way == Way.REMOTE],
        [helper, asker, np.maximum(helper, asker), np.inf],
        default=-1.0,
    )
    too_far = (way == Way.NOBODY) | ((way != Way.REMOTE) & (far > most))
    return np.asarray(too_far, dtype=np.bool_)


def _needs_unmet(columns: Columns, ask: Ints, offer: Ints) -> Bools:
    """At home, or on the phone, a place has to meet nothing."""
    at_ease = (ways(columns, ask, offer) == Way.REMOTE) | (columns.asks.where[ask] == Where.HOME)
    needs = columns.asks.access[ask]
    needs = np.where(at_ease, needs & ~columns.rules.of_place, needs)
    return _lacks(columns.offers.access[offer], needs)


def _lacks(has: Ints, needs: Ints) -> Bools:
    return np.asarray((needs & ~has) != 0, dtype=np.bool_)


def _unknown(columns: Columns, ask: Ints, offer: Ints) -> Bools:
    known = columns.people.known
    helper = columns.asks.wants_known[ask] & ~known[columns.offers.person[offer]]
    asker = columns.offers.wants_known[offer] & ~known[columns.asks.person[ask]]
    return np.asarray(helper | asker, dtype=np.bool_)


def _too_young(columns: Columns, giver: Ints, taker: Ints) -> Bools:
    """One under 18 and an adult who does not hold the checks; where no check is named, never."""
    young, held = columns.people.young, columns.people.checks
    needs = columns.young_checks
    allowed = ((held & needs) == needs) & (needs != 0)
    mixed = young[giver] != young[taker]
    adult_allowed = np.where(young[giver], allowed[taker], allowed[giver])
    return np.asarray(mixed & ~adult_allowed, dtype=np.bool_)
