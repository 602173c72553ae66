"""Booking a place with hours, and giving it back in time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from gyda.deliver.rules.same import same
from gyda.deliver.rules.terms import check_members
from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.actions.promises import let_go, move, promise_hours, promise_money
from gyda.deliver.venues.codes import new_code
from gyda.deliver.venues.errors import (
    BookedAlready,
    FewerLeft,
    Full,
    NotBooked,
    NotOpen,
    NotYours,
    TooLateToCancel,
    TooManyEach,
)
from gyda.deliver.venues.models import Agreement, Booking, Occasion, Venue
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.models.spare import OccasionState
from gyda.deliver.venues.queries.rules import the_rules
from gyda.deliver.venues.rules import is_own, may_run, may_see_booking
from gyda.journal.actions import By, record
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who

LIVE = (BookingState.BOOKED, BookingState.CAME)


@once
@transaction.atomic
def book(
    *,
    who: Who,
    occasion_id: UUID,
    key: UUID,
    people: int = 1,
    member: Member | None = None,
    now: datetime.datetime | None = None,
) -> Booking:
    """Take places and promise the hours for them, both or neither; a connector books for others."""
    now, member = now or timezone.now(), member or who.subject
    asked = {"occasion_id": occasion_id, "member_id": member.id, "people": people}
    if stored := Booking.objects.filter(request_key=key).first():
        return same(stored, **asked)
    if member.id != who.subject.id and not who.actor.is_connector:
        raise NotYours
    check_members(member)
    occasion = _take_places(occasion_id, people, now)
    if Booking.objects.filter(occasion=occasion, member=member, state__in=LIVE).exists():
        raise BookedAlready
    booking = _store(who, occasion, member, people, key, now)
    tell(member, "place_booked", booking.id, booking=booking, occasion=occasion)
    note(who, "place.booked", booking)
    return booking


def _take_places(occasion_id: UUID, people: int, now: datetime.datetime) -> Occasion:
    """Take the places in one statement: of all who ask at once, only so many are served."""
    rows = Occasion.objects.filter(id=occasion_id)
    welcomes = Venue.objects.filter(hub=OuterRef("hub"), id=OuterRef("venue_id"), is_open=True)
    free = rows.filter(Exists(welcomes), state=OccasionState.OPEN, starts_at__gt=now)
    fits = people > 0 and free.filter(places__gte=F("taken") + people)
    if not fits or not fits.update(taken=F("taken") + people):
        _refuse(rows.get(), people, now)
    occasion = rows.select_related("spare", "venue__organisation").get()
    if people > occasion.spare.most_each:
        raise TooManyEach(most=occasion.spare.most_each)
    return occasion


def _refuse(occasion: Occasion, people: int, now: datetime.datetime) -> None:
    if occasion.state != OccasionState.OPEN or occasion.starts_at <= now or people < 1:
        raise NotOpen
    if occasion.left <= 0:
        raise Full
    if people > occasion.left:
        raise FewerLeft(left=occasion.left)
    raise NotOpen


def _store(
    who: Who,
    occasion: Occasion,
    member: Member,
    people: int,
    key: UUID,
    now: datetime.datetime,
) -> Booking:
    rules = the_rules()
    minutes = people * occasion.spare.price_minutes
    until = occasion.ends_at + datetime.timedelta(days=rules.tick_days)
    terms = Agreement.objects.filter(venue=occasion.venue, ended_at__isnull=True)
    agreement = terms.select_related("funder").first()
    pence = agreement.pence_for(minutes) if agreement else 0
    hold = promise_hours(member, minutes, until, rules.below_nothing)
    venue = occasion.venue.organisation
    money = promise_money(agreement, venue, pence, until) if agreement else None
    return Booking.objects.create(
        occasion=occasion,
        venue=occasion.venue,
        member=member,
        booked_by=who.actor,
        people=people,
        minutes=minutes,
        agreement=agreement,
        pence=pence,
        code=new_code(),
        state_at=now,
        no_show=rules.no_show,
        cancel_until=occasion.starts_at - datetime.timedelta(hours=rules.cancel_hours),
        tick_until=until,
        hold_id=hold,
        money_hold_id=money,
        request_key=key,
    )


@transaction.atomic
def cancel(*, who: Who, booking_id: UUID, now: datetime.datetime | None = None) -> Booking:
    """Give the place back in time; the venue and connectors can do it for someone later too."""
    now = now or timezone.now()
    booking = locked(booking_id)
    if not may_see_booking(who, booking):
        raise NotYours
    helps = may_run(who, booking.venue.organisation_id) and not is_own(who, booking.member)
    if now > booking.cancel_until and not helps:
        raise TooLateToCancel
    Occasion.objects.filter(id=booking.occasion_id).update(taken=F("taken") - booking.people)
    let_go(booking, now)
    move(booking, BookingState.CANCELLED, now)
    if helps:
        tell(booking.member, "place_cancelled", booking.id, booking=booking)
    note(who, "place.cancelled", booking)
    return booking


def locked(booking_id: UUID, *states: str) -> Booking:
    """Return a booking in one of the states, its occasion locked first and then the booking.

    Everyone who touches both takes them in this order, so that nobody waits in a circle.
    """
    occasion_id = Booking.objects.values_list("occasion_id", flat=True).get(id=booking_id)
    Occasion.objects.select_for_update().get(id=occasion_id)
    rows = Booking.objects.select_for_update(of=("self",)).select_related(
        "member__person", "venue__organisation", "occasion__spare"
    )
    booking = rows.get(id=booking_id)
    if booking.state not in (states or (BookingState.BOOKED,)):
        raise NotBooked
    return booking


def note(who: By, verb: str, booking: Booking) -> None:
    """Record what became of a booking; whose it is gets a notice."""
    record(
        by=who,
        verb=verb,
        about=booking,
        concerns=[booking.member_id],
        member=str(booking.member_id),
        spare=str(booking.occasion.spare_id),
        minutes=booking.minutes,
        transfer=str(booking.reversal_id or booking.transfer_id or booking.hold_id),
    )
