"""How far is told roughly, and nobody feels their way to where a neighbour lives."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.matching.actions import bring, say_how
from gyda.deliver.matching.errors import MovedOften
from gyda.deliver.matching.forms import WishForm
from gyda.deliver.matching.models import MatchWish, Suggestion
from gyda.deliver.matching.queries import area_of, fits_of
from gyda.deliver.matching.words import for_connectors, for_members
from gyda.deliver.tests.listing_builders import an_ask, an_offer
from gyda.methods.matching.reasons import STEPS
from gyda.people.areas import load
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

DAY = datetime.timedelta(days=1)
NEAR = ["SA10 8PB", "SA10 9AA", "SA11 1AA", "SA11 2AA", "SA11 3AA"]  # seven hundred metres apart


@pytest.fixture(autouse=True)
def areas(cast: Cast) -> None:
    load([(code, 276_000 + 700 * number, 199_000) for number, code in enumerate(NEAR)])


def lives_in(member: Member, postcode: str, days: int = 0) -> None:
    """Say a postcode, so many days from now."""
    with time_machine.travel(timezone.now() + days * DAY):
        say_how(who=who(member), most=None, reach_km=None, is_young=False, postcode=postcode)


def test_moving_about_tells_nobody_in_which_small_area_a_neighbour_lives(cast: Cast) -> None:
    an_offer(cast.bryn, where="HOME")
    an_ask(cast.dafydd, where="HOME")
    lives_in(cast.bryn, NEAR[1])
    told = set()
    for number, postcode in enumerate(NEAR[:4]):  # however long it took
        lives_in(cast.dafydd, postcode, days=100 * number)
        [(_ask, [fit])] = fits_of(who(cast.dafydd)).for_me
        with override("en"):
            told.add(tuple(for_members(fit.reasons, may_see_area=True)))
            assert not any("lives" in one for one in for_members(fit.reasons, may_see_area=False))
    assert len(told) == 1
    assert "lives close by" in told.pop()


def test_a_postcode_changes_twice_in_three_months(cast: Cast) -> None:
    lives_in(cast.bryn, NEAR[0])
    lives_in(cast.bryn, NEAR[0])  # the same: no move
    lives_in(cast.bryn, NEAR[1])
    with pytest.raises(MovedOften) as told:
        lives_in(cast.bryn, NEAR[2], days=89)
    assert told.value.field == "postcode"
    assert area_of(cast.bryn) == "SA10 9"
    lives_in(cast.bryn, NEAR[2], days=91)
    assert area_of(cast.bryn) == "SA11 1"


def test_forgetting_the_place_gives_no_more_moves(cast: Cast) -> None:
    for postcode in NEAR[:2]:
        lives_in(cast.bryn, postcode)
        say_how(who=who(cast.bryn), most=None, reach_km=None, is_young=False, forget_place=True)
    with pytest.raises(MovedOften):
        lives_in(cast.bryn, NEAR[2])
    assert area_of(cast.bryn) == ""
    assert MatchWish.objects.count() == 1


def test_what_is_kept_of_a_distance_is_a_step(cast: Cast) -> None:
    an_offer(cast.bryn, where="HOME")
    ask = an_ask(cast.dafydd, where="HOME")
    lives_in(cast.bryn, NEAR[0])
    lives_in(cast.dafydd, NEAR[3])
    made = bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=timezone.now())
    kept = dict(Suggestion.objects.get(id=made.id).reasons)
    assert kept["near"] == 5_000  # 2,100 metres
    assert kept["near"] in STEPS
    with override("en"):
        assert "within 5 kilometres" in for_connectors([("near", 5_000)])
        assert for_members([("near", 10_000)], may_see_area=True) == []


@pytest.mark.parametrize(("typed", "is_valid"), [("2", True), ("3", False), ("", True)])
def test_how_far_one_would_go_is_a_step_too(typed: str, is_valid: bool) -> None:
    assert WishForm({"reach_km": typed}).is_valid() is is_valid


def test_the_same_ask_is_brought_once_however_often_the_button_is_pressed(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask, now = an_ask(cast.dafydd), timezone.now()
    first = bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now)
    assert bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now) == first
