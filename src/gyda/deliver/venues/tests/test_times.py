"""The times of spare places: called off, thanked for, weekly, changed and ended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.door import came
from gyda.deliver.venues.actions.occasions import cancel_occasion, more_occasions
from gyda.deliver.venues.actions.setup import agree
from gyda.deliver.venues.actions.spare import When, change_spare, end_spare
from gyda.deliver.venues.models import Occasion
from gyda.deliver.venues.tests.builders import (
    DAY,
    a_booking,
    a_spare,
    a_town,
    held,
    later,
    owed_to,
    retired,
    spare_words,
    with_hours,
)
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, who


def test_a_time_that_is_called_off_gives_everyone_their_hours_back(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn))
    why = {"because_cy": "Dim trydan", "because_en": "No power"}
    cancel_occasion(who=who(town.lowri), occasion_id=booking.occasion_id, **why)
    assert held(cast.bryn) == 0
    assert "Dim trydan" in Letter.objects.get(kind="place_called_off").body
    with pytest.raises(errors.NotOpen):
        a_booking(town, cast.bryn, booking.occasion)


def test_money_is_there_before_it_is_owed(cast: Cast) -> None:
    town = a_town(cast, pounds=5)
    a_booking(town, with_hours(cast.bryn))
    with pytest.raises(errors.MoneyRunOut):
        a_booking(town, with_hours(cast.carys))
    assert held(cast.carys) == 0


def test_a_venue_may_be_thanked_without_money(cast: Cast) -> None:
    town = a_town(cast)
    agree(who=who(cast.alys), venue=town.venue)
    booking = a_booking(town, with_hours(cast.bryn))
    came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
    assert (retired(), owed_to(town.cinema)) == (60, 0)


def test_weekly_places_keep_their_hour_when_the_clocks_change(cast: Cast) -> None:
    town = a_town(cast)
    local = datetime.datetime(timezone.now().year + 1, 3, 20, 14, 0)
    when = When(starts_at=timezone.make_aware(local), lasts_minutes=60, is_weekly=True)
    spare = a_spare(town, when=when)
    times = [timezone.localtime(row.starts_at) for row in Occasion.objects.filter(spare=spare)]
    assert len(times) == 9
    assert {(at.hour, at.weekday()) for at in times} == {(14, timezone.make_aware(local).weekday())}


def test_weekly_places_come_into_sight_week_by_week_and_once(cast: Cast) -> None:
    town = a_town(cast)
    when = When(starts_at=timezone.now() + DAY, lasts_minutes=60, is_weekly=True)
    spare = a_spare(town, when=when)
    before = Occasion.objects.filter(spare=spare).count()
    later_on = timezone.now() + 14 * DAY
    for _ in range(2):
        more_occasions(hub_id=cast.hub.id, now=later_on)
    assert Occasion.objects.filter(spare=spare).count() == before + 1


def test_a_change_leaves_what_is_booked_and_ending_takes_no_more(cast: Cast) -> None:
    town = a_town(cast)
    booking = a_booking(town, with_hours(cast.bryn, 240), people=3)
    spare_id = booking.occasion.spare_id
    words = spare_words(places=1, price_minutes=90)
    change_spare(who=who(town.lowri), spare_id=spare_id, words=words)
    assert (Occasion.objects.get().places, booking.minutes) == (3, 180)
    end_spare(who=who(town.lowri), spare_id=spare_id)
    with pytest.raises(errors.NotOpen):
        a_booking(town, with_hours(cast.carys), booking.occasion)
    came(who=who(town.lowri), booking_id=booking.id, now=later(booking))
