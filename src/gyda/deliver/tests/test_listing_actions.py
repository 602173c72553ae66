"""Putting up, changing, resting and taking down offers and asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.db import IntegrityError, transaction

from gyda.deliver.actions import listing as actions
from gyda.deliver.errors.listing import (
    CategoryRetired,
    DayGone,
    GoodsForHours,
    NoPlace,
    NothingLeft,
    NotYours,
)
from gyda.deliver.models import Listing, ListingWord
from gyda.deliver.models.listing import Where
from gyda.deliver.tests.listing_builders import a_category, a_draft, an_ask, an_offer
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, who

TODAY = datetime.date(2027, 3, 1)
A_DAY = datetime.timedelta(days=1)


def test_an_offer_stays_up_for_a_year_and_an_ask_for_ninety_days(cast: Cast) -> None:
    made = {
        kind: actions.put_up(who=who(cast.bryn), kind=kind, draft=a_draft(), today=TODAY)
        for kind in ("OFFER", "ASK")
    }
    assert made["OFFER"].expires_on == TODAY + 365 * A_DAY
    assert made["ASK"].expires_on == TODAY + 90 * A_DAY


def test_an_ask_comes_down_after_the_day_that_it_is_needed_by(cast: Cast) -> None:
    draft = a_draft(by_on=TODAY + 5 * A_DAY)
    made = actions.put_up(who=who(cast.bryn), kind="ASK", draft=draft, today=TODAY)
    assert made.expires_on == TODAY + 5 * A_DAY


def test_both_names_stand_on_what_is_put_up_for_someone(cast: Cast) -> None:
    acting = who(cast.carys, cast.bryn)
    made = actions.put_up(who=acting, kind="ASK", draft=a_draft())
    entry = Entry.objects.get(verb="listing.put_up")
    assert (made.member, made.entered_by) == (cast.bryn, cast.carys)
    assert (entry.actor_id, entry.principal_id) == (cast.carys.id, cast.bryn.id)


def test_a_form_sent_twice_puts_up_one(cast: Cast) -> None:
    key = uuid7()
    for _ in range(2):
        actions.put_up(who=who(cast.bryn), kind="OFFER", draft=a_draft(), form_key=key)
    assert Listing.objects.count() == 1
    assert Entry.objects.filter(verb="listing.put_up").count() == 1


def test_the_same_key_from_another_member_is_another_listing(cast: Cast) -> None:
    key = uuid7()
    for member in (cast.bryn, cast.carys):
        actions.put_up(who=who(member), kind="OFFER", draft=a_draft(), form_key=key)
    assert Listing.objects.count() == 2


def test_goods_are_stopped_and_nothing_is_stored(cast: Cast) -> None:
    with pytest.raises(GoodsForHours) as stopped:
        actions.put_up(who=who(cast.bryn), kind="OFFER", draft=a_draft(), goods=True)
    assert "benefits" in str(stopped.value) or "budd" in str(stopped.value)
    assert not Listing.objects.exists()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"where": Where.PLACE, "place": " "}, NoPlace),
        ({"by_on": TODAY - A_DAY}, DayGone),
    ],
)
def test_what_makes_no_sense_is_refused(cast: Cast, fields: dict, error: type) -> None:
    with pytest.raises(error):
        actions.put_up(who=who(cast.bryn), kind="ASK", draft=a_draft(**fields), today=TODAY)


def test_a_retired_category_takes_no_new_listing_but_keeps_its_own(cast: Cast) -> None:
    category = a_category("Old")
    made = an_offer(cast.bryn, category=category)
    category.retired_at = made.created_at
    category.save()
    with pytest.raises(CategoryRetired):
        an_offer(cast.bryn, category=category)
    edited = actions.edit(
        who=who(cast.bryn), listing=made, draft=a_draft(category=category, title="Still")
    )
    assert edited.title == "Still"


def test_a_place_is_kept_only_for_one_place(cast: Cast) -> None:
    made = an_offer(cast.bryn, where=Where.ONLINE, place="Llanfair")
    assert made.place == ""


def test_only_its_member_changes_it(cast: Cast) -> None:
    made = an_offer(cast.bryn)
    for act in (actions.pause, actions.resume, actions.renew):
        with pytest.raises(NotYours):
            act(who=who(cast.carys), listing=made)
    with pytest.raises(NotYours):
        actions.edit(who=who(cast.dafydd), listing=made, draft=a_draft())
    with pytest.raises(NotYours):
        actions.close(who=who(cast.dafydd), listing=made)


def test_a_connector_takes_down_and_the_member_is_told(cast: Cast) -> None:
    made = actions.close(who=who(cast.carys), listing=an_offer(cast.bryn))
    assert made.state == "CLOSED"
    assert Letter.objects.get(kind="listing_closed").member_id == cast.bryn.id


def test_taking_down_ones_own_writes_no_letter(cast: Cast) -> None:
    actions.close(who=who(cast.bryn), listing=an_offer(cast.bryn))
    assert not Letter.objects.exists()


def test_only_open_ones_are_in_the_index(cast: Cast) -> None:
    made, bryn = an_offer(cast.bryn), who(cast.bryn)
    found = []
    for act in (actions.pause, actions.resume, actions.close, actions.renew):
        act(who=bryn, listing=made)
        found.append(ListingWord.objects.filter(word="digging").exists())
    assert found == [False, True, False, True]


def test_renewing_starts_its_time_anew_and_allows_another_reminder(cast: Cast) -> None:
    made = an_ask(cast.bryn)
    Listing.objects.update(reminded_on=TODAY, by_on=TODAY - A_DAY, expires_on=TODAY)
    renewed = actions.renew(who=who(cast.bryn), listing=made, today=TODAY)
    assert (renewed.expires_on, renewed.reminded_on) == (TODAY + 90 * A_DAY, None)


def test_showing_a_paused_one_whose_time_ran_out_renews_it(cast: Cast) -> None:
    made = actions.pause(who=who(cast.bryn), listing=an_offer(cast.bryn))
    Listing.objects.update(expires_on=TODAY - A_DAY)
    shown = actions.resume(who=who(cast.bryn), listing=made, today=TODAY)
    assert (shown.state, shown.expires_on) == ("OPEN", TODAY + 365 * A_DAY)


def test_an_erased_one_does_not_come_back(cast: Cast) -> None:
    made = an_offer(cast.bryn)
    Listing.objects.update(title="", state="CLOSED")
    with pytest.raises(NothingLeft):
        actions.renew(who=who(cast.bryn), listing=made)


def test_every_step_is_one_entry(cast: Cast) -> None:
    made, bryn = an_offer(cast.bryn), who(cast.bryn)
    for act in (actions.pause, actions.resume, actions.renew, actions.close):
        act(who=bryn, listing=made)
    verbs = Entry.objects.order_by("id").values_list("verb", flat=True)
    steps = ("put_up", "paused", "resumed", "renewed", "closed")
    assert list(verbs) == [f"listing.{step}" for step in steps]


def test_a_step_taken_twice_changes_nothing(cast: Cast) -> None:
    made, bryn = an_offer(cast.bryn), who(cast.bryn)
    for _ in range(2):
        actions.pause(who=bryn, listing=made)
        actions.pause(who=bryn, listing=made)
    assert Entry.objects.filter(verb="listing.paused").count() == 1


@pytest.mark.parametrize(
    "fields", [{"place": "Llan", "where": "ONLINE"}, {"minutes": 0}, {"times": 1 << 21}]
)
def test_the_database_refuses_what_cannot_be(cast: Cast, fields: dict) -> None:
    made = an_offer(cast.bryn)
    with pytest.raises(IntegrityError), transaction.atomic():
        Listing.objects.filter(id=made.id).update(**fields)
