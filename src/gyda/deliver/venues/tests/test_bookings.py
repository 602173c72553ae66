"""Places are booked with hours that are promised, and spent when people come."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db import IntegrityError, transaction

from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.book import book, cancel
from gyda.deliver.venues.actions.door import away, came, lapse_unsaid, refund, tick_list
from gyda.deliver.venues.actions.rules import set_rules
from gyda.deliver.venues.codes import ALPHABET
from gyda.deliver.venues.models import Booking, Occasion
from gyda.deliver.venues.tests.builders import (
    HOUR,
    WHY,
    a_booking,
    a_town,
    an_occasion,
    balance,
    held,
    later,
    owed_to,
    retired,
    with_hours,
)
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger.actions import expire_holds
from gyda.ledger.errors import DifferentContent
from gyda.ledger.models import Transfer
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, a_member, who


def test_booking_promises_hours_and_takes_a_place(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    assert (balance(cast.bryn), held(cast.bryn), retired()) == (120, 60, 0)
    assert Occasion.objects.get().taken == 1
    assert len(booking.code) == 8
    assert set(booking.code) <= set(ALPHABET)
    letter = Letter.objects.get(kind="place_booked")
    assert booking.shown_code in letter.body


def test_whoever_comes_has_spent_their_hours_and_the_venue_is_owed(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    assert (balance(cast.bryn), held(cast.bryn), retired()) == (60, 0, 60)
    assert owed_to(town.cinema) == 500


def test_a_second_tick_changes_nothing(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    with pytest.raises(errors.NotBooked):
        came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    assert retired() == 60


def test_places_cost_hours_that_one_has(cast: Cast) -> None:
    town = a_town(cast)
    with pytest.raises(errors.NotEnoughHours):
        a_booking(town, cast.bryn)
    assert Occasion.objects.get().taken == 0
    set_rules(who=who(cast.alys), rules={"below_nothing": True})
    a_booking(town, cast.bryn, Occasion.objects.get())
    assert held(cast.bryn) == 60


def test_promised_hours_cannot_be_promised_twice(cast: Cast) -> None:
    town = a_town(cast)
    a_booking(town, with_hours(cast.bryn, 60))
    with pytest.raises(errors.NotEnoughHours):
        a_booking(town, cast.bryn)


def test_the_last_place_goes_to_one_and_the_others_are_told_kindly(cast: Cast) -> None:
    town = a_town(cast)
    occasion = an_occasion(town, places=2)
    a_booking(town, with_hours(cast.bryn), occasion)
    with pytest.raises(errors.FewerLeft) as refused:
        a_booking(town, with_hours(cast.dafydd), occasion, people=2)
    assert "1" in str(refused.value)
    a_booking(town, cast.dafydd, occasion)
    with pytest.raises(errors.Full):
        a_booking(town, with_hours(cast.carys), occasion)


def test_the_database_lets_no_more_in_than_there_are_places(cast: Cast) -> None:
    occasion = an_occasion(a_town(cast), places=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Occasion.objects.filter(id=occasion.id).update(taken=3)


def test_the_database_keeps_each_promise_to_one_booking_and_spends_it_only_at_the_door(
    cast: Cast,
) -> None:
    town = a_town(cast)
    one, two = (a_booking(town, with_hours(member)) for member in (cast.bryn, cast.carys))
    for columns in ({"transfer_id": one.hold_id}, {"money_id": one.hold_id}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Booking.objects.filter(id=one.id).update(**columns)
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(id=two.id).update(hold_id=one.hold_id)


def test_a_family_books_together(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn, 240), people=4)
    assert (booking.minutes, booking.pence, Occasion.objects.get().taken) == (240, 2_000, 4)
    with pytest.raises(errors.TooManyEach):
        a_booking(town, with_hours(cast.carys, 300), people=5)


def test_nobody_books_twice_for_one_time(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    with pytest.raises(errors.BookedAlready):
        a_booking(town, cast.bryn, booking.occasion)
    assert Occasion.objects.get().taken == 1


def test_the_same_form_sent_twice_books_once(cast: Cast) -> None:
    town = a_town(cast)
    asked = {"who": who(with_hours(cast.bryn)), "occasion_id": an_occasion(town).id, "key": uuid7()}
    assert book(**asked) == book(**asked)
    assert held(cast.bryn) == 60


def test_the_same_form_with_something_else_in_it_is_not_called_booked(cast: Cast) -> None:
    town, key = a_town(cast), uuid7()
    with_hours(cast.carys)
    asked = {"who": who(cast.carys), "occasion_id": an_occasion(town).id, "key": key}
    book(**asked)
    for other in ({"people": 2}, {"member": cast.bryn}):
        with pytest.raises(DifferentContent):
            book(**asked, **other)
    assert Booking.objects.count() == 1


def test_a_connector_books_for_someone_offline_and_others_do_not(cast: Cast) -> None:
    town, olwen = a_town(cast), with_hours(a_member(cast.hub, "Olwen"))
    occasion = an_occasion(town)
    with pytest.raises(errors.NotYours):
        a_booking(town, cast.bryn, occasion, member=olwen)
    booking = a_booking(town, cast.carys, occasion, member=olwen)
    assert (booking.member, booking.booked_by) == (olwen, cast.carys)
    assert held(olwen) == 60


def test_someone_acting_books_for_their_principal(cast: Cast) -> None:
    town = a_town(cast)
    with_hours(cast.bryn)
    booking = book(who=who(cast.dafydd, cast.bryn), occasion_id=an_occasion(town).id, key=uuid7())
    assert booking.member == cast.bryn
    entry = Entry.objects.get(verb="place.booked")
    assert (entry.actor_id, entry.principal_id) == (cast.dafydd.id, cast.bryn.id)


def test_a_place_given_back_in_time_costs_nothing(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    cancel(who=who(cast.bryn), booking_id=booking.id)
    assert (balance(cast.bryn), held(cast.bryn)) == (120, 0)
    assert Occasion.objects.get().taken == 0
    a_booking(town, cast.bryn, booking.occasion)


def test_too_late_only_the_venue_and_connectors_give_a_place_back(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    late = booking.cancel_until + HOUR
    with pytest.raises(errors.TooLateToCancel):
        cancel(who=who(cast.bryn), booking_id=booking.id, now=late)
    with pytest.raises(errors.NotYours):
        cancel(who=who(cast.dafydd), booking_id=booking.id, now=late)
    cancel(who=who(town.lowri), booking_id=booking.id, now=late)
    assert held(cast.bryn) == 0
    assert Letter.objects.filter(kind="place_cancelled", member=cast.bryn).exists()


def test_acting_for_someone_makes_one_s_own_booking_no_younger(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.carys))
    with pytest.raises(errors.TooLateToCancel):
        cancel(
            who=who(cast.carys, cast.bryn), booking_id=booking.id, now=booking.cancel_until + HOUR
        )


def test_who_does_not_come_gets_the_hours_back_where_the_hub_says_so(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    away(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    assert (balance(cast.bryn), held(cast.bryn), owed_to(town.cinema)) == (120, 0, 0)


def test_who_does_not_come_spends_the_hours_where_the_hub_says_so(cast: Cast) -> None:
    town = a_town(cast)
    set_rules(who=who(cast.alys), rules={"no_show": "CHARGE"})
    booking = a_booking(town, with_hours(cast.bryn))
    set_rules(who=who(cast.alys), rules={"no_show": "REFUND"})  # the rule when they booked holds
    away(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    assert (balance(cast.bryn), retired(), owed_to(town.cinema)) == (60, 60, 500)


def test_a_refund_is_a_reversal_of_hours_and_money(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    refund(who=who(town.lowri), booking_id=booking.id, words=WHY)
    assert (balance(cast.bryn), retired(), owed_to(town.cinema)) == (120, 0, 0)
    assert Transfer.objects.filter(reverses__isnull=False).count() == 2
    with pytest.raises(errors.BackAlready):
        refund(who=who(town.lowri), booking_id=booking.id, words=WHY)


def test_nobody_says_of_themselves_that_they_came(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(town.lowri))
    with pytest.raises(errors.OwnBooking):
        came(who=who(town.lowri), booking_id=booking.id, now=later(booking))


@pytest.mark.parametrize("name", ["bryn", "dafydd"])
def test_strangers_do_not_tick(cast: Cast, name: str) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.carys))
    with pytest.raises(errors.NotYours):
        came(who=who(getattr(cast, name)), booking_id=booking.id, now=later(booking))


def test_nobody_has_come_days_before(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    for act in (came, away):
        with pytest.raises(errors.TooEarly):
            act(who=who(town.lowri), booking_id=booking.id)


def test_a_list_is_ticked_whole_or_not_at_all(cast: Cast) -> None:
    town = a_town(cast)
    occasion = an_occasion(town)
    one = a_booking(town, with_hours(cast.bryn), occasion)
    two = a_booking(town, with_hours(cast.carys), occasion)
    own = a_booking(town, with_hours(town.lowri), occasion)
    with pytest.raises(errors.OwnBooking):
        tick_list(who=who(town.lowri), came_ids=[one.id, own.id], now=later(one))
    assert retired() == 0
    tick_list(who=who(town.lowri), came_ids=[one.id], away_ids=[two.id], now=later(one))
    assert (retired(), held(cast.carys)) == (60, 0)


@pytest.mark.parametrize("ledger_first", [True, False])
def test_what_nobody_spoke_of_goes_back_by_itself(cast: Cast, ledger_first: bool) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    now = booking.tick_until + HOUR
    if ledger_first:
        expire_holds(now=now)
    assert lapse_unsaid(hub_id=cast.hub.id, now=now) == 1
    assert lapse_unsaid(hub_id=cast.hub.id, now=now) == 0
    booking.refresh_from_db()
    assert (booking.state, balance(cast.bryn), held(cast.bryn)) == ("LAPSED", 120, 0)
    with pytest.raises(errors.NotBooked):
        came(who=who(town.lowri), booking_id=booking.id, now=now)
