"""At the venue's door: who came, who did not, and mistakes put right."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import Words, itself
from gyda.deliver.venues.actions.book import locked, note
from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.actions.promises import give_back, keep, let_go, move
from gyda.deliver.venues.errors import BackAlready, NotBooked, SettledBefore, TooEarly
from gyda.deliver.venues.models import Booking
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.models.rules import NoShow
from gyda.deliver.venues.rules import require_other, require_reason, require_run
from gyda.people.who import Who

DOORS_OPEN = datetime.timedelta(hours=2)  # people are early
AT_A_TIME = 500


@transaction.atomic
def came(*, who: Who, booking_id: UUID, now: datetime.datetime | None = None) -> Booking:
    """They came: their hours are retired, and what the venue is owed is written down."""
    now = now or timezone.now()
    booking = _at_the_door(who, booking_id, now)
    if now < booking.occasion.starts_at - DOORS_OPEN:
        raise TooEarly
    move(booking, BookingState.CAME, now, ticked_by=who.actor, **keep(booking, now))
    tell(booking.member, "place_came", booking.id, booking=booking)
    note(who, "place.came", booking)
    return booking


@transaction.atomic
def away(*, who: Who, booking_id: UUID, now: datetime.datetime | None = None) -> Booking:
    """They did not come: by the hub's rule their hours come back, or are spent all the same."""
    now = now or timezone.now()
    booking = _at_the_door(who, booking_id, now)
    if now < booking.occasion.starts_at:
        raise TooEarly
    columns = {}
    if booking.no_show == NoShow.CHARGE:
        columns = keep(booking, now)
    else:
        let_go(booking, now)
    move(booking, BookingState.AWAY, now, ticked_by=who.actor, **columns)
    tell(booking.member, "place_away", booking.id, booking=booking)
    note(who, "place.away", booking)
    return booking


def _at_the_door(who: Who, booking_id: UUID, now: datetime.datetime) -> Booking:
    booking = locked(booking_id)
    require_run(who, booking.venue.organisation_id)
    require_other(who, booking)
    if booking.tick_until <= now:
        raise NotBooked
    return booking


@transaction.atomic
def tick_list(
    *,
    who: Who,
    came_ids: Sequence[UUID] = (),
    away_ids: Sequence[UUID] = (),
    now: datetime.datetime | None = None,
) -> int:
    """Say of many at once who came and who did not, all or nobody; return of how many."""
    now = now or timezone.now()
    for booking_id in sorted({*came_ids, *away_ids}):
        act = came if booking_id in set(came_ids) else away
        act(who=who, booking_id=booking_id, now=now)
    return len({*came_ids, *away_ids})


@transaction.atomic
def refund(
    *, who: Who, booking_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Booking:
    """Give back what was spent by mistake or for nothing: by reversals, once, with the reason."""
    require_reason(words.text)
    now = now or timezone.now()
    booking = locked(booking_id, BookingState.CAME, BookingState.AWAY, BookingState.REFUNDED)
    require_run(who, booking.venue.organisation_id)
    require_other(who, booking)
    if not booking.is_spent:
        raise BackAlready
    if booking.settlement_id:
        raise SettledBefore
    said = {"because": words.text, "because_language": words.language}
    back = give_back(booking, now)
    move(booking, BookingState.REFUNDED, now, reversal_id=back, **said)
    tell(booking.member, "place_refunded", booking.id, booking=booking, words=words)
    note(who, "place.refunded", booking)
    return booking


def lapse_unsaid(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: where nobody said who came, the hours go back."""
    due = Booking.objects.filter(hub_id=hub_id, state=BookingState.BOOKED, tick_until__lte=now)
    ids = list(due.order_by("tick_until").values_list("id", flat=True)[:AT_A_TIME])
    return sum(_lapse(booking_id, now) for booking_id in ids)


@transaction.atomic
def _lapse(booking_id: UUID, now: datetime.datetime) -> bool:
    try:
        booking = locked(booking_id)
    except NotBooked:
        return False  # somebody said so in the meantime
    let_go(booking, now)
    move(booking, BookingState.LAPSED, now)
    tell(booking.member, "place_lapsed", booking.id, booking=booking)
    note(itself(), "place.lapsed", booking)
    return True
