"""The times at which spare places can be used: made some weeks ahead, cancelled one by one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.actions.promises import let_go, move
from gyda.deliver.venues.errors import NotOpen, WithoutReason
from gyda.deliver.venues.models import Booking, Occasion, SparePlace
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.models.spare import OccasionState
from gyda.deliver.venues.rules import require_run
from gyda.journal.actions import record
from gyda.people.who import Who

AHEAD = datetime.timedelta(weeks=8)
WEEK = datetime.timedelta(weeks=1)


def make_occasions(spare: SparePlace, now: datetime.datetime) -> int:
    """Make the coming times that are not there yet, and say how many there are."""
    lasts = datetime.timedelta(minutes=spare.lasts_minutes)
    rows = [
        Occasion(
            hub_id=spare.hub_id,
            spare=spare,
            venue_id=spare.venue_id,
            starts_at=starts_at,
            ends_at=starts_at + lasts,
            places=spare.places,
        )
        for starts_at in times_of(spare, now)
    ]
    Occasion.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def times_of(spare: SparePlace, now: datetime.datetime) -> Iterator[datetime.datetime]:
    """Yield the coming starts: the same day and hour by the clock on the wall, summer or winter."""
    if not spare.is_weekly:
        yield spare.starts_at
        return
    at = timezone.localtime(spare.starts_at).replace(tzinfo=None)
    while spare.last_on is None or at.date() <= spare.last_on:
        moment = timezone.make_aware(at)
        if moment > max(now, spare.starts_at) + AHEAD:
            return
        if moment > now:
            yield moment
        at += WEEK


def more_occasions(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: make the times of weekly places as they come into sight."""
    today = timezone.localdate(now)
    rows = SparePlace.objects.filter(
        Q(last_on__isnull=True) | Q(last_on__gte=today),
        hub_id=hub_id, is_weekly=True, ended_at__isnull=True, venue__is_open=True,
    )  # fmt: skip
    return sum(make_occasions(spare, now) for spare in rows.iterator(500))


@transaction.atomic
def cancel_occasion(
    *,
    who: Who,
    occasion_id: UUID,
    because_cy: str,
    because_en: str,
    now: datetime.datetime | None = None,
) -> Occasion:
    """The venue cannot: everyone who booked gets the hours back, and a letter."""
    now = now or timezone.now()
    rows = Occasion.objects.select_for_update(of=("self",)).select_related("venue", "spare")
    occasion = rows.get(id=occasion_id)
    require_run(who, occasion.venue.organisation_id)
    if not (because_cy and because_en):
        raise WithoutReason(field="because_en" if because_cy else "because_cy")
    if occasion.state == OccasionState.CANCELLED:
        raise NotOpen
    Occasion.objects.filter(id=occasion.id).update(
        state=OccasionState.CANCELLED, taken=0, because_cy=because_cy, because_en=because_en
    )
    occasion.refresh_from_db()
    told = [booking.member_id for booking in _give_all_back(occasion, now)]
    spare = str(occasion.spare_id)
    record(by=who, verb="occasion.cancelled", about=occasion, concerns=told, spare=spare)
    return occasion


def _give_all_back(occasion: Occasion, now: datetime.datetime) -> list[Booking]:
    rows = Booking.objects.filter(occasion=occasion, state=BookingState.BOOKED)
    bookings = list(rows.select_for_update(of=("self",)).select_related("member__person"))
    for booking in sorted(bookings, key=lambda row: row.id):
        let_go(booking, now)
        move(booking, BookingState.CANCELLED, now)
        tell(booking.member, "place_called_off", booking.id, booking=booking, occasion=occasion)
    return bookings
