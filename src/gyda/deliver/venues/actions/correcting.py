"""Someone came who was said not to have come: put right once, with the reason."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import Words
from gyda.deliver.venues.actions.book import locked, note
from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.actions.promises import keep, move, promise_hours, promise_money
from gyda.deliver.venues.errors import CorrectedAlready
from gyda.deliver.venues.models import Booking
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.queries.rules import the_rules
from gyda.deliver.venues.rules import require_other, require_reason, require_run
from gyda.people.who import Who

A_MOMENT = datetime.timedelta(hours=1)  # the promises are kept at once


@transaction.atomic
def came_after_all(
    *, who: Who, booking_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Booking:
    """Turn "did not come" into "came": hours that went back are spent after all, all or nothing.

    Where they were spent already, as the place was kept, nothing moves. The other way round, what
    was wrongly said to have come is given back by `refund`.
    """
    require_reason(words.text)
    now = now or timezone.now()
    booking = locked(booking_id, BookingState.AWAY, BookingState.CAME)
    require_run(who, booking.venue.organisation_id)
    require_other(who, booking)
    if booking.corrected_at or booking.state == BookingState.CAME:
        raise CorrectedAlready
    columns = {} if booking.is_spent else _spend(booking, now)
    said = {"corrected_at": now, "corrected_by": who.actor}
    said |= {"corrected_because": words.text, "corrected_language": words.language}
    move(booking, BookingState.CAME, now, ticked_by=who.actor, **said, **columns)
    tell(booking.member, "place_corrected", booking.id, booking=booking, words=words)
    note(who, "place.corrected", booking)
    return booking


def _spend(booking: Booking, now: datetime.datetime) -> dict[str, Any]:
    """Promise the hours and the money once more, for the first promises were given back."""
    until = now + A_MOMENT
    below = the_rules().below_nothing
    booking.hold_id = promise_hours(booking.member, booking.minutes, until, below)
    booking.money_hold_id = None
    if booking.agreement:
        venue = booking.venue.organisation
        booking.money_hold_id = promise_money(booking.agreement, venue, booking.pence, until)
    holds = {"hold_id": booking.hold_id, "money_hold_id": booking.money_hold_id}
    return holds | keep(booking, now)
