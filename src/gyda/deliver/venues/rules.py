"""Who may do what with pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.deliver.venues.errors import NotYours, OwnBooking, StewardsOnly, WithoutReason
from gyda.deliver.venues.models import Booking, Settlement
from gyda.people.models import Member
from gyda.people.who import Who


def may_run(who: Who, organisation_id: UUID) -> bool:
    """Those who come for the organisation, and the connectors."""
    return who.actor.is_connector or who.actor.organisation_id == organisation_id


def require_run(who: Who, organisation_id: UUID) -> None:
    """Raise unless this person looks after the organisation's pages."""
    if not may_run(who, organisation_id):
        raise NotYours


def require_steward(who: Who) -> None:
    """Raise unless a steward acts."""
    if not who.actor.is_steward:
        raise StewardsOnly


def require_reason(text: str) -> None:
    """Raise where nothing was written."""
    if not text.strip():
        raise WithoutReason


def may_see_booking(who: Who, booking: Booking) -> bool:
    """Whose it is; the venue and the connectors."""
    return who.subject.id == booking.member_id or may_run(who, booking.venue.organisation_id)


def may_take_back(who: Who, settlement: Settlement) -> bool:
    """Tell whether one person may undo a payment: not what needed two to be confirmed."""
    return who.actor.is_connector or not settlement.needs_two


def is_own(who: Who, member: Member) -> bool:
    """Tell whether someone would decide for themselves, or for whom they act."""
    return member.id in (who.actor.id, who.subject.id)


def require_other(who: Who, booking: Booking) -> None:
    """Raise where someone would say of themselves that they came."""
    if is_own(who, booking.member):
        raise OwnBooking
