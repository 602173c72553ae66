"""What keeps two people apart, gate by gate, and that a good match passes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

import pytest

from gyda.methods.errors import BadInput
from gyda.methods.matching import Ask, Community, Offer, Person, Rules, Where, helpers_for

MONDAY_MORNING, MONDAY_AFTERNOON, MONDAY_EVENING, TUESDAY_MORNING = 1, 2, 4, 8
RULES = Rules(of_place=0b1)

ALED = Person("aled", is_known=True)
BETI = Person("beti")
OFFER = Offer("o", "aled", "garden", "Digging", Where.HOME, 0.0, 0.0, MONDAY_MORNING)
ASK = Ask("a", "beti", "garden", "Digging", Where.HOME, 1_000.0, 0.0, MONDAY_MORNING)


def helpers(offer: Offer = OFFER, ask: Ask = ASK, aled: Person = ALED, **more: object) -> list[str]:
    community = Community([aled, BETI], [offer], [ask], rules=RULES)
    found = helpers_for(replace(community, **more)).get("a", [])  # type: ignore[arg-type]
    return [one.helper for one in found]


def test_a_good_match_passes() -> None:
    assert helpers() == ["aled"]


@pytest.mark.parametrize(
    ("offer", "ask"),
    [
        (replace(OFFER, kind="cooking"), ASK),
        (replace(OFFER, times=TUESDAY_MORNING), ASK),
        (replace(OFFER, easting=11_000.0), ASK),
        (replace(OFFER, where=Where.ONLINE), ASK),
        (replace(OFFER, spoken=1), replace(ASK, spoken=2)),
        (OFFER, replace(ASK, needs=0b10)),
        (OFFER, replace(ASK, checks=frozenset(("enhanced",)))),
        (OFFER, replace(ASK, person="aled")),
        (replace(OFFER, wants_known=True), ASK),
    ],
)
def test_each_gate_shuts(offer: Offer, ask: Ask) -> None:
    assert helpers(offer, ask) == []


def test_time_in_common_is_long_enough_on_one_day() -> None:
    long = replace(ASK, minutes=300, times=MONDAY_MORNING | MONDAY_AFTERNOON | TUESDAY_MORNING)
    assert helpers(replace(OFFER, times=MONDAY_MORNING | TUESDAY_MORNING), long) == []
    assert helpers(replace(OFFER, times=MONDAY_MORNING | MONDAY_AFTERNOON), long) == ["aled"]
    split = replace(long, times=MONDAY_EVENING | TUESDAY_MORNING)
    assert helpers(replace(OFFER, times=MONDAY_EVENING | TUESDAY_MORNING), split) == []


def test_times_that_are_to_be_agreed_keep_nobody_apart() -> None:
    assert helpers(replace(OFFER, times=0)) == ["aled"]
    assert helpers(ask=replace(ASK, times=0)) == ["aled"]


def test_a_call_needs_no_travel() -> None:
    far = replace(OFFER, easting=90_000.0, where=Where.ANYWHERE)
    assert helpers(far, replace(ASK, where=Where.ONLINE)) == ["aled"]
    assert helpers(far, replace(ASK, where=Where.ANYWHERE)) == []


def test_who_does_not_go_so_far_is_not_asked_to() -> None:
    assert helpers(aled=replace(ALED, reach=500.0)) == []
    assert helpers(aled=replace(ALED, reach=99_000.0), offer=replace(OFFER, easting=11e3)) == []


def test_a_place_unknown_keeps_nobody_apart() -> None:
    nowhere = float("nan")
    assert helpers(replace(OFFER, easting=nowhere, northing=nowhere)) == ["aled"]
    assert helpers(ask=replace(ASK, easting=nowhere, northing=nowhere)) == ["aled"]


def test_a_place_has_to_meet_nothing_at_the_askers_own_home() -> None:
    assert helpers(ask=replace(ASK, needs=0b1)) == ["aled"]
    elsewhere = replace(ASK, needs=0b1, where=Where.PLACE)
    assert helpers(ask=elsewhere) == []
    assert helpers(replace(OFFER, provides=0b1), elsewhere) == ["aled"]


def test_checks_that_are_held_open_the_gate() -> None:
    ask = replace(ASK, checks=frozenset(("basic",)))
    assert helpers(ask=ask, aled=replace(ALED, checks=frozenset(("basic", "x")))) == ["aled"]


def test_a_connector_has_to_know_the_helper_where_that_is_wanted() -> None:
    ask = replace(ASK, wants_known=True)
    assert helpers(ask=ask) == ["aled"]
    assert helpers(ask=ask, aled=replace(ALED, is_known=False)) == []


def test_blocks_hold_both_ways_round() -> None:
    assert helpers(blocks=[("aled", "beti")]) == []
    assert helpers(blocks=[("beti", "aled")]) == []


def test_nobody_is_asked_twice_for_one_ask() -> None:
    assert helpers(already=[("a", "aled")]) == []


def test_who_wants_no_asks_gets_none() -> None:
    assert helpers(aled=replace(ALED, most=0)) == []


def test_under_eighteens_meet_adults_with_checks_only() -> None:
    young = replace(BETI, is_young=True)
    checked = replace(ALED, checks=frozenset(("child",)))
    rules = replace(RULES, young_checks=frozenset(("child",)))
    for aled, hub, expected in [
        (ALED, rules, []),
        (checked, rules, ["aled"]),
        (checked, RULES, []),  # a hub that names no check brings none together
        (replace(ALED, is_young=True), RULES, ["aled"]),
    ]:
        community = Community([aled, young], [OFFER], [ASK], rules=hub)
        assert [one.helper for one in helpers_for(community).get("a", [])] == expected


def test_bad_input_is_named() -> None:
    with pytest.raises(BadInput) as error:
        helpers_for(Community([ALED, ALED], [OFFER], [ASK]))
    assert error.value.code == "id-twice"
    with pytest.raises(BadInput) as error:
        helpers_for(Community([ALED], [OFFER], [ASK]))
    assert error.value.code == "person-unknown"


def test_an_empty_hub_has_no_matches() -> None:
    assert helpers_for(Community([], [], [])) == {}
