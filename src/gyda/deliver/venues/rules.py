"""Who may do what with pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.deliver.venues.errors import NotYours, OwnBooking, StewardsOnly, WithoutReason
from gyda.deliver.venues.models import Booking, Settlement
from gyda.deliver.venues.models.settlement import Side
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
    StewardsOnly.check(who)


def require_reason(text: str) -> None:
    """Raise where nothing was written."""
    if not text.strip():
        raise WithoutReason


def may_see_booking(who: Who, booking: Booking) -> bool:
    """Whose it is; the venue and the connectors."""
    return who.subject.id == booking.member_id or may_run(who, booking.venue.organisation_id)


def side_of(who: Who, settlement: Settlement) -> str:
    """Return for whom someone speaks: who comes for the venue, for it; all others for the payer.

    Where nobody comes for the venue, a second person of the hub stands in for it.
    """
    venue = settlement.venue.organisation_id
    if who.actor.organisation_id == venue:
        return Side.VENUE
    waits_for_venue = settlement.proposed_side == Side.PAYER
    has_people = Member.objects.active().filter(organisation_id=venue).exists
    if waits_for_venue and who.actor.is_connector and not has_people():
        return Side.VENUE
    return Side.PAYER


def may_confirm(who: Who, settlement: Settlement) -> bool:
    """Tell whether this person is the second one, and of the other side."""
    if not settlement.needs_two:
        return True
    is_second = settlement.proposed_by_id != who.actor.id
    return is_second and side_of(who, settlement) != settlement.proposed_side


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
