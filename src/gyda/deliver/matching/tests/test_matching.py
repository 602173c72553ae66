"""Who is brought to whom, who never is, and that nobody learns why not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.utils import timezone

from gyda.deliver.matching import actions
from gyda.deliver.matching.errors import ConnectorsOnly, NotNow, NotYours, UnknownPostcode
from gyda.deliver.matching.models import MatchWeek, MatchWish, Suggestion
from gyda.deliver.matching.queries import area_of, brought_to, fits_of, helpers_of
from gyda.deliver.models import Listing
from gyda.deliver.models.codes import Access, Care
from gyda.deliver.tests.listing_builders import a_category, an_ask, an_offer
from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.areas import load, read_list
from gyda.people.export import everything_on
from gyda.people.models import Block, Member, Whereabouts
from gyda.people.tests.builders import Cast, a_member, who
from gyda.safeguarding.models import Check, Requirement
from gyda.web.errors import DomainError

WEEK = datetime.timedelta(days=7)


def now() -> datetime.datetime:
    return timezone.now()


def names(ask: Listing) -> list[str]:
    return [fit.helper.name for fit in helpers_of([ask], now())[ask.id]]


def says(member: Member, **wishes: Any) -> MatchWish:
    told: dict[str, Any] = {"most": None, "reach_km": None, "is_young": False} | wishes
    return actions.say_how(who=who(member), **told)


def areas() -> None:
    load([("SA10 8PB", 276_000, 199_000), ("SA11 1AA", 276_900, 199_000), ("CF10 1AA", 318_000, 176_000)])  # fmt: skip  # noqa: E501


def test_who_offers_that_kind_of_help_is_found_with_reasons(cast: Cast) -> None:
    an_offer(cast.bryn, times=0b111)
    ask = an_ask(cast.dafydd, times=0b001)
    (fit,) = helpers_of([ask], now())[ask.id]
    assert fit.helper == cast.bryn
    assert ("times", 1) in fit.reasons
    assert ("never-asked", 0) in fit.reasons


def test_blocks_keep_apart_whoever_of_the_two_asked(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    for one, other in ((cast.bryn, cast.dafydd), (cast.dafydd, cast.bryn)):
        row = Block.objects.create(member=one, blocked=other)
        assert names(ask) == []
        assert fits_of(who(cast.bryn)).to_me == []
        assert fits_of(who(cast.dafydd)).for_me == [(ask, [])]
        row.delete()
    assert names(ask) == ["Bryn"]


def test_access_needs_and_checks_are_gates(cast: Cast) -> None:
    offer = an_offer(cast.bryn)
    ask = an_ask(cast.dafydd, access=int(Access.LARGE_PRINT), care=int(Care.CHECKED))
    assert names(ask) == []
    Listing.objects.filter(id=offer.id).update(access=Access.LARGE_PRINT)
    assert names(ask) == []
    _checked(cast, cast.bryn, "MEETING")
    assert names(ask) == ["Bryn"]


def test_a_check_that_the_hub_asks_for_a_shelf_is_a_gate(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    Requirement.objects.create(
        part="GIVER",
        category=a_category("Garden"),
        level="ENHANCED",
        set_by=cast.alys,
        set_at=now(),
    )
    _checked(cast, cast.bryn, "BASIC")
    assert names(ask) == []
    _checked(cast, cast.bryn, "BARRED")  # holds the lower ones too
    assert names(ask) == ["Bryn"]


def _checked(cast: Cast, member: Member, level: str) -> None:
    Check.objects.create(
        member=member, level=level, seen_on=now().date(), seen_by=cast.alys, recorded_at=now()
    )


def test_who_is_under_eighteen_meets_adults_with_the_check_only(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    says(cast.dafydd, is_young=True)
    assert names(ask) == []
    rules = {"is_on": True, "most": 2, "people": 3, "reach_km": 5, "young_level": "ENHANCED"}
    actions.set_match_rules(who=who(cast.alys), rules=rules)
    assert names(ask) == []
    _checked(cast, cast.bryn, "ENHANCED")
    assert names(ask) == ["Bryn"]


def test_of_a_postcode_only_the_sector_is_kept(cast: Cast) -> None:
    areas()
    says(cast.bryn, postcode="sa10 8pb")
    assert area_of(cast.bryn) == "SA10 8"
    assert [row.area_id for row in Whereabouts.objects.all()] == ["SA10 8"]
    with pytest.raises(UnknownPostcode):
        says(cast.bryn, postcode="ZZ1 1ZZ")
    says(cast.bryn, forget_place=True)
    assert area_of(cast.bryn) == ""


def test_distance_is_a_gate_and_a_reason(cast: Cast) -> None:
    areas()
    an_offer(cast.bryn, where="HOME")
    ask = an_ask(cast.dafydd, where="HOME")
    says(cast.bryn, postcode="SA10 8PB")
    says(cast.dafydd, postcode="SA11 1AA")
    (fit,) = helpers_of([ask], now())[ask.id]
    assert ("near", 1000) in fit.reasons
    says(cast.bryn, reach_km=0)
    assert names(ask) == []
    says(cast.bryn)
    says(cast.dafydd, postcode="CF10 1AA")
    assert names(ask) == []


def test_a_connector_brings_an_ask_to_someone_who_decides(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    made = actions.bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now())
    assert list(brought_to(who(cast.bryn), now())) == [made]
    assert Letter.objects.filter(member_id=cast.bryn.id, kind="match_brought").count() == 1
    assert Entry.objects.filter(verb="match.brought", actor_id=cast.carys.id).count() == 1
    actions.decline(who=who(cast.bryn), suggestion=made, now=now())
    assert list(brought_to(who(cast.bryn), now())) == []
    assert Letter.objects.filter(member_id=cast.dafydd.id).count() == 0
    assert names(ask) == []  # nobody is asked twice for one ask


def test_only_a_connector_brings_and_only_the_helper_declines(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    with pytest.raises(ConnectorsOnly):
        actions.bring(who=who(cast.dafydd), ask=ask, helper_id=cast.bryn.id, now=now())
    made = actions.bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now())
    with pytest.raises(NotYours):
        actions.decline(who=who(cast.dafydd), suggestion=made, now=now())


@pytest.mark.parametrize("why", ["wish", "load", "block", "unfit"])
def test_a_refusal_says_the_same_whatever_the_reason(cast: Cast, why: str) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    if why == "wish":
        says(cast.bryn, most=0)
    if why == "load":
        for _once in range(2):
            more = an_ask(cast.alys)
            actions.bring(who=who(cast.carys), ask=more, helper_id=cast.bryn.id, now=now())
    if why == "block":
        Block.objects.create(member=cast.dafydd, blocked=cast.bryn)
    if why == "unfit":
        Listing.objects.filter(id=ask.id).update(spoken="CY")
        Listing.objects.filter(member=cast.bryn).update(spoken="EN")
    with pytest.raises(NotNow) as refused:
        ask.refresh_from_db()
        actions.bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now())
    assert str(refused.value) == str(NotNow())


def test_a_week_is_made_once_with_one_letter_each(cast: Cast) -> None:
    an_offer(cast.bryn)
    for number in range(3):
        an_ask(cast.dafydd, title=f"Ask {number}")
    moment = now()
    assert actions.bring_weekly(hub_id=cast.hub.id, now=moment) == 2  # his load
    assert actions.bring_weekly(hub_id=cast.hub.id, now=moment) == 0
    assert MatchWeek.objects.get().asks == 3
    assert Letter.objects.filter(kind="match_week").count() == 1
    assert Entry.objects.filter(verb="match.week").count() == 1
    assert actions.bring_weekly(hub_id=cast.hub.id, now=moment + WEEK) == 1  # the third


def test_a_hub_that_wants_no_weekly_asks_sends_none(cast: Cast) -> None:
    an_offer(cast.bryn)
    an_ask(cast.dafydd)
    rules = {"is_on": False, "most": 2, "people": 3, "reach_km": 5, "young_level": ""}
    actions.set_match_rules(who=who(cast.alys), rules=rules)
    assert actions.bring_weekly(hub_id=cast.hub.id, now=now()) == 0
    with pytest.raises(DomainError):
        actions.set_match_rules(who=who(cast.carys), rules=rules)


def test_the_seldom_asked_come_first(cast: Cast) -> None:
    an_offer(cast.bryn)
    an_offer(cast.alys)
    actions.bring(who=who(cast.carys), ask=an_ask(cast.dafydd), helper_id=cast.bryn.id, now=now())
    assert names(an_ask(cast.dafydd))[0] == "Alys"


def test_others_asks_and_offers_of_another_hub_are_never_seen(cast: Cast) -> None:
    ask = an_ask(cast.dafydd)
    with in_hub(cast.eira.hub_id):
        an_offer(cast.eira)
    assert names(ask) == []


def test_what_is_held_is_handed_over_and_erased(cast: Cast) -> None:
    areas()
    an_offer(cast.bryn)
    says(cast.bryn, postcode="SA10 8PB", reach_km=3)
    actions.bring(who=who(cast.carys), ask=an_ask(cast.dafydd), helper_id=cast.bryn.id, now=now())
    held = str(everything_on(cast.bryn, cast.hub))
    assert "SA10 8" in held
    assert "reach_km" in held


def test_a_list_of_postcodes_becomes_sectors() -> None:
    lines = ["Postcode,Eastings,Northings", "SA108PB,100,200", "SA10 8PC,300,400", ",1,1"]
    assert [row[0] for row in read_list(lines)] == ["SA108PB", "SA10 8PC"]


def test_many_helpers_cost_no_more_queries(cast: Cast, django_assert_max_num_queries: Any) -> None:
    asks = [an_ask(cast.dafydd, title=f"Ask {number}") for number in range(3)]
    for _number in range(6):
        an_offer(a_member(cast.hub))
    with django_assert_max_num_queries(8):
        helpers_of(asks, now())


def test_a_suggestion_outlives_neither_ask(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    actions.bring(who=who(cast.carys), ask=ask, helper_id=cast.bryn.id, now=now())
    Listing.objects.filter(id=ask.id).update(state="CLOSED")
    assert list(brought_to(who(cast.bryn), now())) == []
    assert Suggestion.objects.count() == 1
