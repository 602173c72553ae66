"""A week of asking: loads, turns, and that the order of rows means nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from dataclasses import replace
from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.matching import (
    ABOUT_HELPER,
    Ask,
    Community,
    Offer,
    Person,
    Reason,
    Rules,
    Where,
    asks_for,
    helpers_for,
    week,
)

RULES = Rules()


def a_village(*, helpers: int = 6, asks: int = 5, rules: Rules = RULES, seed: int = 1) -> Community:
    draw = np.random.default_rng(seed)
    people = [Person(f"p{at}", asked=int(draw.integers(3))) for at in range(helpers + 1)]
    offers = [
        Offer(f"o{at}", f"p{at}", "k", "Digging", Where.HOME, draw.random() * 2e3, 0.0)
        for at in range(helpers)
    ]
    wanted = [
        Ask(f"a{at}", f"p{helpers}", "k", "Digging", Where.HOME, draw.random() * 2e3, 0.0)
        for at in range(asks)
    ]
    return Community(people, offers, wanted, rules=rules)


def test_the_seldom_asked_come_first_among_equals() -> None:
    people = [Person("often", asked=4), Person("never"), Person("beti")]
    offers = [Offer(f"o-{who.id}", who.id, "k") for who in people[:2]]
    found = helpers_for(Community(people, offers, [Ask("a", "beti", "k")]))["a"]
    assert [one.helper for one in found] == ["never", "often"]
    assert Reason("never-asked") in found[0].reasons


def test_who_received_and_was_never_asked_to_give_comes_before_all() -> None:
    people = [Person("gave", given=60), Person("took", received=60), Person("beti")]
    offers = [Offer(f"o-{who.id}", who.id, "k") for who in people[:2]]
    found = helpers_for(Community(people, offers, [Ask("a", "beti", "k")]))["a"]
    assert found[0].helper == "took"
    assert Reason("not-asked-to-give", 60) in found[0].reasons


def test_what_concerns_the_helper_alone_is_not_shared() -> None:
    people = [Person("aled", received=60, checks=frozenset("x")), Person("beti")]
    ask = Ask("a", "beti", "k", checks=frozenset("x"))
    (one,) = helpers_for(Community(people, [Offer("o", "aled", "k")], [ask]))["a"]
    assert {reason.code for reason in one.reasons} & ABOUT_HELPER
    assert not {reason.code for reason in one.shared} & ABOUT_HELPER


def test_one_person_with_two_offers_is_shown_once() -> None:
    people = [Person("aled"), Person("beti")]
    offers = [Offer("far", "aled", "k", easting=2e3, northing=0.0),
              Offer("near", "aled", "k", easting=1.0, northing=0.0)]  # fmt: skip
    ask = Ask("a", "beti", "k", easting=0.0, northing=0.0)
    (one,) = helpers_for(Community(people, offers, [ask]))["a"]
    assert one.offer == "near"


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_a_week_keeps_everyones_load(seed: int, people: int, most: int) -> None:
    found = week(a_village(rules=Rules(most=most), seed=seed), people=people)
    assert max(Counter(one.helper for one in found).values(), default=0) <= most
    assert max(Counter(one.ask for one in found).values(), default=0) <= people
    assert len({(one.ask, one.helper) for one in found}) == len(found)


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_means_nothing(seed: int) -> None:
    village = a_village(seed=seed)
    draw = np.random.default_rng(seed)
    columns = {
        name: draw.permutation(np.array(getattr(village, name), dtype=object)).tolist()
        for name in ("people", "offers", "asks")
    }
    mixed = replace(village, **columns)
    assert week(village, seed="x") == week(mixed, seed="x")


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_a_round_is_the_best_there_is(seed: int) -> None:
    village = a_village(helpers=4, asks=3, seed=seed)
    table = {
        (ask, one.helper): one.score
        for ask, found in helpers_for(village, most=9).items()
        for one in found
    }
    asks = [ask.id for ask in village.asks]
    helpers = [offer.person for offer in village.offers]
    best = max(
        sum(table.get(pair, 0) for pair in zip(asks, some, strict=True))
        for some in permutations(helpers, len(asks))
    )
    assert sum(one.score for one in week(village, people=1)) == best


def test_an_ask_that_waited_goes_first_where_one_helper_is_left() -> None:
    people = [Person("aled"), Person("beti"), Person("cai")]
    offers = [Offer("o", "aled", "k")]
    asks = [Ask("new", "beti", "k"), Ask("old", "cai", "k", waiting=20)]
    (one,) = week(Community(people, offers, asks, rules=Rules(most=1)))
    assert one.ask == "old"


def test_equals_take_turns_by_the_lot_of_the_week() -> None:
    people = [Person(f"p{at}") for at in range(9)] + [Person("beti")]
    offers = [Offer(f"o{at}", f"p{at}", "k") for at in range(9)]
    hub = Community(people, offers, [Ask("a", "beti", "k")])
    first = {week(hub, people=1, seed=f"2026-W{number}")[0].helper for number in range(40)}
    assert len(first) > 5


def test_a_person_sees_the_asks_that_fit_what_they_offer() -> None:
    village = a_village()
    found = asks_for(village, "p0", most=3)
    assert len(found) == 3
    assert {one.helper for one in found} == {"p0"}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
