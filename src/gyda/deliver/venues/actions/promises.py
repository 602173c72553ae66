"""The two promises behind a booking: hours of the person, and money for the venue."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID, uuid5

from gyda.deliver.venues.errors import MoneyRunOut, NotEnoughHours
from gyda.deliver.venues.models import Agreement, Booking
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import HoldResolved, NotEnough
from gyda.ledger.models import Unit
from gyda.ledger.queries import balance_of
from gyda.people.models import Member, Organisation

VENUE, VENUE_MONEY, NOTE_MONEY = "VENUE", "VENUE_MONEY", "NOTE_MONEY"
OWED = (VENUE_MONEY, NOTE_MONEY)  # to venues, for places and for notes


def promise_hours(
    member: Member, minutes: int, until: datetime.datetime, below_nothing: bool
) -> UUID:
    """Hold a person's hours; they are retired when they come, so nobody else receives them."""
    account = accounts.member_account(member)
    try:
        held = ledger.hold(
            key=uuid7(),
            debit=account.id,
            credit=accounts.retirement().id,
            amount=minutes,
            kind=VENUE,
            until=until,
        )
    except NotEnough as error:
        raise NotEnoughHours from error
    # Looked at after the hold, whose lock nobody passes: two bookings at once cannot both fit.
    if not below_nothing and balance_of(account.id).is_overdrawn:
        raise NotEnoughHours
    return held.id


def promise_money(
    agreement: Agreement, venue: Organisation, pence: int, until: datetime.datetime
) -> UUID | None:
    """Hold what the funder will owe the venue, so that it is there when it is owed."""
    if not pence or agreement.funder is None:
        return None
    try:
        return ledger.hold(
            key=uuid7(),
            debit=accounts.pool(agreement.funder, unit=Unit.PENCE).id,
            credit=accounts.organisation_account(venue, unit=Unit.PENCE).id,
            amount=pence,
            kind=VENUE_MONEY,
            until=until,
        ).id
    except NotEnough as error:
        raise MoneyRunOut from error


def keep(booking: Booking, now: datetime.datetime) -> dict[str, Any]:
    """Carry both promises out, and return the columns that say so."""
    hold, money = booking.hold_id, booking.money_hold_id
    kept = {"transfer_id": ledger.post_hold(key=uuid5(hold, "post"), hold=hold, now=now).id}
    if money:
        kept["money_id"] = ledger.post_hold(key=uuid5(money, "post"), hold=money, now=now).id
    return kept


def let_go(booking: Booking, now: datetime.datetime) -> None:
    """Give both promises back; one that ran out by itself is back already."""
    for hold in (booking.hold_id, booking.money_hold_id):
        if hold:
            try:
                ledger.release_hold(key=uuid5(hold, "release"), hold=hold, now=now)
            except HoldResolved:
                continue


def give_back(booking: Booking, now: datetime.datetime) -> UUID:
    """Reverse what was spent: the hours, and what the venue is owed for them."""
    if booking.transfer_id is None:
        raise ValueError("Nothing was spent.")
    if booking.money_id:
        key = uuid5(booking.money_id, "reversal")
        ledger.reverse(key=key, transfer=booking.money_id, now=now)
    key = uuid5(booking.transfer_id, "reversal")
    return ledger.reverse(key=key, transfer=booking.transfer_id, now=now).id


def move(booking: Booking, state: str, now: datetime.datetime, **columns: Any) -> Booking:
    """Bring a booking, which the caller has locked, to another state."""
    for name, value in ({"state": state, "state_at": now} | columns).items():
        setattr(booking, name, value)
    booking.save(update_fields=["state", "state_at", *columns])
    return booking
