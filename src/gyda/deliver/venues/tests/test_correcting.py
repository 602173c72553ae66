"""A wrong "did not come" is put right: once, with the reason, all or nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gyda.deliver.actions.moves import Words
from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.correcting import came_after_all
from gyda.deliver.venues.actions.door import away, came, refund
from gyda.deliver.venues.actions.rules import set_rules
from gyda.deliver.venues.models import Booking
from gyda.deliver.venues.tests.builders import (
    HOUR,
    WHY,
    Town,
    a_booking,
    a_town,
    balance,
    held,
    owed_to,
    retired,
    with_hours,
)
from gyda.journal.models import Entry
from gyda.ledger import accounts
from gyda.ledger.tests.builders import moved
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, who
from gyda.web.links import hub_path


def said_away(town: Town) -> tuple[Booking, datetime.datetime]:
    booking = a_booking(town, with_hours(town.cast.bryn))
    later = booking.occasion.ends_at + HOUR
    away(who=who(town.lowri), booking_id=booking.id, now=later)
    return booking, later


def test_hours_that_went_back_are_spent_after_all(cast: Cast) -> None:
    town = a_town(cast)
    booking, later = said_away(town)
    assert (balance(cast.bryn), retired(), owed_to(town.cinema)) == (120, 0, 0)
    right = came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    assert (right.state, right.corrected_by) == ("CAME", town.lowri)
    assert (balance(cast.bryn), held(cast.bryn), retired()) == (60, 0, 60)
    assert owed_to(town.cinema) == 500
    assert Letter.objects.filter(kind="place_corrected").count() == 1
    assert Entry.objects.filter(verb="place.corrected").count() == 1


def test_where_the_hours_were_spent_already_nothing_moves(cast: Cast) -> None:
    town = a_town(cast)
    set_rules(who=who(cast.alys), rules={"no_show": "CHARGE"})
    booking, later = said_away(town)
    came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    assert (balance(cast.bryn), retired(), owed_to(town.cinema)) == (60, 60, 500)


def test_it_happens_once_and_can_be_given_back_then(cast: Cast) -> None:
    town = a_town(cast)
    booking, later = said_away(town)
    came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    with pytest.raises(errors.CorrectedAlready):
        came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    refund(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    assert (balance(cast.bryn), owed_to(town.cinema)) == (120, 0)
    with pytest.raises(errors.NotBooked):
        came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)


def test_it_needs_a_reason_and_someone_of_the_venue_who_is_not_them(cast: Cast) -> None:
    town = a_town(cast)
    booking, later = said_away(town)
    with pytest.raises(errors.WithoutReason):
        came_after_all(who=who(town.lowri), booking_id=booking.id, words=Words("", "cy"), now=later)
    for stranger in (town.huw, cast.dafydd):
        with pytest.raises(errors.NotYours):
            came_after_all(who=who(stranger), booking_id=booking.id, words=WHY, now=later)


def test_hours_that_are_gone_by_then_are_not_taken_below_nothing(cast: Cast) -> None:
    town = a_town(cast)
    booking, later = said_away(town)
    moved(accounts.member_account(cast.bryn).id, accounts.pot().id, 120)
    with pytest.raises(errors.NotEnoughHours):
        came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    booking.refresh_from_db()
    assert (booking.state, booking.corrected_at) == ("AWAY", None)


def test_one_who_came_is_not_put_right(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    later = booking.occasion.ends_at
    came(who=who(town.lowri), booking_id=booking.id, now=later)
    with pytest.raises(errors.CorrectedAlready):
        came_after_all(who=who(town.lowri), booking_id=booking.id, words=WHY, now=later)
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.update(corrected_at=later)


def test_the_page_takes_the_reason(cast: Cast, client: Client) -> None:
    town = a_town(cast)
    booking, _later = said_away(town)
    client.force_login(town.lowri.person)
    path = hub_path(cast.hub.slug, "deliver:correct_booking", booking.id)
    assert client.get(path).status_code == 200
    assert client.post(path, {"words": ""}).status_code == 200
    assert client.post(path, {"words": "Mi ddaeth yn hwyr", "language": "cy"}).status_code == 302
    booking.refresh_from_db()
    assert booking.state == "CAME"
