"""Spare places to browse, and the bookings of members and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.deliver.venues.models import Booking, Occasion, SparePlace, Venue
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.models.spare import OccasionState
from gyda.deliver.venues.rules import may_run, may_see_booking
from gyda.people.who import Who

EVERYTHING = ("occasion__spare", "venue__organisation", "member")


def coming_occasions(now: datetime.datetime | None = None) -> QuerySet[Occasion]:
    """Return the times that can still be booked, full ones too."""
    rows = Occasion.objects.filter(
        state=OccasionState.OPEN, starts_at__gt=now or timezone.now(), venue__is_open=True
    )
    return rows.select_related("spare", "venue__organisation")


def spare_or_404(spare_id: UUID) -> SparePlace:
    rows = SparePlace.objects.select_related("venue__organisation")
    found: SparePlace = get_object_or_404(rows, id=spare_id)
    return found


def times_of(spare: SparePlace, most: int = 12) -> list[Occasion]:
    """Return the next times of spare places."""
    return list(coming_occasions().filter(spare=spare).order_by("starts_at")[:most])


def occasion_or_404(occasion_id: UUID) -> Occasion:
    rows = Occasion.objects.select_related("spare", "venue__organisation")
    found: Occasion = get_object_or_404(rows, id=occasion_id)
    return found


def bookings_of(who: Who) -> QuerySet[Booking]:
    """Return the bookings of the reader or their principal, newest first."""
    rows = Booking.objects.filter(member=who.subject)
    return rows.select_related("occasion__spare", "venue__organisation")


def booking_or_404(who: Who, booking_id: UUID) -> Booking:
    """Return a booking that the reader may see."""
    rows = Booking.objects.select_related(*EVERYTHING, "agreement__funder")
    found: Booking = get_object_or_404(rows, id=booking_id)
    if not may_see_booking(who, found):
        raise Http404
    return found


def booking_by_code(who: Who, code: str) -> Booking | None:
    """Return the booking of a code, if it is the reader's own or of a venue they look after."""
    found = Booking.objects.filter(code=code).select_related(*EVERYTHING).first()
    return found if found and may_see_booking(who, found) else None


def door_list(occasion: Occasion) -> list[Booking]:
    """Return who booked, by name; those who gave the place back are left out."""
    rows = Booking.objects.filter(occasion=occasion).exclude(state=BookingState.CANCELLED)
    return list(rows.select_related("member").order_by("member__name_folded", "id"))


def my_booking(who: Who, occasion: Occasion) -> Booking | None:
    """Return the reader's booking for a time."""
    live = Booking.objects.filter(
        occasion=occasion, member=who.subject, state__in=[BookingState.BOOKED, BookingState.CAME]
    )
    return live.first()


def venue_of(organisation_id: UUID) -> Venue | None:
    rows = Venue.objects.filter(organisation_id=organisation_id)
    return rows.select_related("organisation").first()


def occasions_around(
    venue: Venue, now: datetime.datetime, most: int = 12
) -> tuple[list[Occasion], list[Occasion]]:
    """Return a venue's times that wait for someone to say who came, and the next ones."""
    rows = Occasion.objects.filter(venue=venue).select_related("spare", "venue")
    waiting = rows.filter(starts_at__lte=now, bookings__state=BookingState.BOOKED).distinct()
    coming = rows.filter(starts_at__gt=now).exclude(state=OccasionState.CANCELLED)
    return (
        list(waiting.order_by("starts_at", "id")[:most]),
        list(coming.order_by("starts_at", "id")[:most]),
    )


def spares_of(venue: Venue) -> list[SparePlace]:
    """Return what the venue has put up and not ended."""
    rows = SparePlace.objects.filter(venue=venue, ended_at__isnull=True)
    return list(rows.order_by("-id")[:50])


def may_correct(who: Who, booking: Booking) -> bool:
    """Tell whether the reader can say that someone came after all: once, and not of oneself."""
    looks_after = may_run(who, booking.venue.organisation_id)
    is_away = booking.state == BookingState.AWAY and booking.corrected_at is None
    return looks_after and is_away and booking.member_id not in (who.actor.id, who.subject.id)


def may_tick(who: Who, booking: Booking) -> bool:
    """Tell whether the reader can say now what became of a booking."""
    looks_after = may_run(who, booking.venue.organisation_id)
    is_own = booking.member_id in (who.actor.id, who.subject.id)
    return looks_after and not is_own and booking.state == BookingState.BOOKED
