"""Weeks of a hub under one way of matching, and what came of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

import numpy as np

from gyda.methods.matching.columns import Columns, Floats, Ints, columns
from gyda.methods.matching.gates import Way as Travel
from gyda.methods.matching.gates import metres, ways
from gyda.methods.matching.model import Ask, Community, Rules
from gyda.methods.matching.simulation.assumptions import Assumptions
from gyda.methods.matching.simulation.people import Memory, chances
from gyda.methods.matching.simulation.ways import Pairs, Way, Week
from gyda.methods.matching.simulation.world import Said, World, an_ask, world
from gyda.methods.shares import gini

YEAR = 26  # weeks over which giving and receiving are remembered


@dataclass(frozen=True)
class Figures:
    """What a way of matching did for a hub."""

    fill_rate: float  # of asks that came, and had their time
    days: float  # median, from ask to yes, of those filled
    metres: float  # median, of those filled where someone travels
    gini: float  # of minutes given, among all who offer something
    asked: float  # share of those who offer something that was approached at all
    approaches: float  # for each ask filled


@dataclass
class Open:
    """An ask that waits."""

    ask: Said[Ask]
    came: int


@dataclass
class Book:
    """What happened in the weeks that count."""

    came: int = 0
    days: list[float] = field(default_factory=list)
    metres: list[float] = field(default_factory=list)
    approaches: int = 0


def simulate(told: Assumptions, way: Way, seed: int) -> Figures:
    """Run a hub; the same seed gives the same hub, the same asks and the same moods."""
    made = world(told, np.random.default_rng([seed, 0]))
    kept, book = Memory(told.members, told.weeks), Book()
    open_asks: list[Open] = []
    already: set[tuple[str, str]] = set()
    for now in range(told.weeks):
        open_asks += _new(made, now, np.random.default_rng([seed, 1, now]), book)
        if open_asks:
            _one_week(made, way, now, open_asks, already, kept, book, seed)
        open_asks = [one for one in open_asks if one.came > now - told.patience]
    return _figures(made, kept, book)


def _new(made: World, now: int, draw: np.random.Generator, book: Book) -> list[Open]:
    told = made.told
    many = int(draw.poisson(told.asks_a_week * told.members))
    owners = draw.choice(told.members, many, p=made.asking).tolist()
    if _counts(told, now):
        book.came += many
    return [
        Open(an_ask(made, f"a{now:03d}-{at:05d}", owner, draw), now)
        for at, owner in enumerate(owners)
    ]


def _counts(told: Assumptions, came: int) -> bool:
    return told.warm_up <= came <= told.weeks - told.patience


def _one_week(
    made: World,
    way: Way,
    now: int,
    open_asks: list[Open],
    already: set[tuple[str, str]],
    kept: Memory,
    book: Book,
    seed: int,
) -> None:
    """Approach people, and let the first yes fill each ask."""
    community = _as_told(made, now, open_asks, already, kept)
    age = {offer.said.id: 7.0 * now for offer in made.offers}
    readers = _readers(made, np.random.default_rng([seed, 3, now]))
    told = made.told
    pairs = way(Week(community, told.contacts, f"{seed}-{now}", age, readers, told.reads))
    truth = columns(_as_it_is(made, open_asks))
    ask, offer = _places(truth, pairs)
    helper = truth.offers.person[offer]
    np.add.at(kept.approached[now], helper, 1)
    already |= {(truth.asks.rows[a].id, truth.people.rows[h].id)
                for a, h in zip(ask.tolist(), helper.tolist(), strict=True)}  # fmt: skip
    moods = np.random.default_rng([seed, 2, now])
    yes = moods.random(len(ask)) < chances(made, truth, ask, offer, kept, now)
    day = moods.random(len(ask)) * 7
    book.approaches += len(ask) if _counts(made.told, now) else 0
    filled = _first_yes(ask[yes], day[yes])
    _keep(truth, now, open_asks, (ask[yes][filled], offer[yes][filled], day[yes][filled]), kept, book, made.told)  # fmt: skip  # noqa: E501


def _readers(made: World, draw: np.random.Generator) -> list[str]:
    """Return who looks at the list this week; in a small hub most will."""
    looks = np.flatnonzero(draw.random(made.told.members) < made.told.browsing * made.willing)
    return [made.people[at].said.id for at in draw.permutation(looks).tolist()]


def _first_yes(ask: Ints, day: Floats) -> Ints:
    order = np.lexsort((day, ask))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = np.diff(ask[order]) != 0
    found: Ints = order[first]
    return found


def _keep(
    truth: Columns,
    now: int,
    open_asks: list[Open],
    filled: tuple[Ints, Ints, Floats],
    kept: Memory,
    book: Book,
    told: Assumptions,
) -> None:
    ask, offer, day = filled
    np.add.at(kept.given[now], truth.offers.person[offer], truth.minutes[ask])
    np.add.at(kept.received[now], truth.asks.person[ask], truth.minutes[ask])
    travels = ways(truth, ask, offer) != Travel.REMOTE
    far = metres(truth, ask, offer)
    done = {truth.asks.rows[at].id for at in ask.tolist()}
    came = {one.ask.true.id: one.came for one in open_asks}
    open_asks[:] = [one for one in open_asks if one.ask.true.id not in done]
    for row, at in enumerate(ask.tolist()):
        began = came[truth.asks.rows[at].id]
        if _counts(told, began):
            book.days.append(7.0 * (now - began) + float(day[row]))
            if travels[row]:
                book.metres.append(float(far[row]))


def _as_told(
    made: World, now: int, open_asks: Sequence[Open], already: set[tuple[str, str]], kept: Memory
) -> Community:
    asked = kept.lately(kept.approached, now, made.told.memory).tolist()
    given = kept.lately(kept.given, now, YEAR).tolist()
    received = kept.lately(kept.received, now, YEAR).tolist()
    people = [
        replace(one.said, asked=asked[at], given=given[at], received=received[at])
        for at, one in enumerate(made.people)
    ]
    asks = [replace(one.ask.said, waiting=7 * (now - one.came)) for one in open_asks]
    return Community(people, [one.said for one in made.offers], asks, made.blocks, already)


def _as_it_is(made: World, open_asks: Sequence[Open]) -> Community:
    people = [one.true for one in made.people]
    offers = [one.true for one in made.offers]
    asks = [one.ask.true for one in open_asks]
    return Community(people, offers, asks, made.blocks, rules=Rules(reach=inf))


def _places(truth: Columns, pairs: Pairs) -> tuple[Ints, Ints]:
    asks = {row.id: at for at, row in enumerate(truth.asks.rows)}
    offers = {row.id: at for at, row in enumerate(truth.offers.rows)}
    ask = np.array([asks[one] for one, _other in pairs], dtype=np.int64)
    return ask, np.array([offers[other] for _one, other in pairs], dtype=np.int64)


def _figures(made: World, kept: Memory, book: Book) -> Figures:
    people = {one.true.id: at for at, one in enumerate(made.people)}
    offering = sorted({people[one.true.person] for one in made.offers})
    counted = slice(made.told.warm_up, None)
    given = kept.given[counted].sum(axis=0)[offering]
    approached = kept.approached[counted].sum(axis=0)[offering]
    filled = len(book.days)
    return Figures(
        fill_rate=filled / book.came if book.came else 0.0,
        days=float(np.median(book.days)) if filled else 0.0,
        metres=float(np.median(book.metres)) if book.metres else 0.0,
        gini=gini(given),
        asked=float((approached > 0).mean()),
        approaches=book.approaches / filled if filled else 0.0,
    )
