"""Who may change a listing, and how long it stays up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.deliver.models.listing import Kind, Listing
from gyda.people.who import Who

STAYS = {Kind.OFFER: datetime.timedelta(days=365), Kind.ASK: datetime.timedelta(days=90)}
NOTICE = {Kind.OFFER: datetime.timedelta(days=14), Kind.ASK: datetime.timedelta(days=7)}


def is_own(who: Who, listing: Listing) -> bool:
    """It is theirs, or their principal's."""
    return bool(listing.member_id == who.subject.id)


def may_close(who: Who, listing: Listing) -> bool:
    """A connector may take down what should not be up."""
    return is_own(who, listing) or who.actor.is_connector


def expiry(kind: str, today: datetime.date, by_on: datetime.date | None = None) -> datetime.date:
    """Return the last day on which a listing is seen: never after the day it is needed by.

    >>> expiry("ASK", datetime.date(2027, 1, 1)), expiry("OFFER", datetime.date(2027, 1, 1))
    (datetime.date(2027, 4, 1), datetime.date(2028, 1, 1))
    """
    last = today + STAYS[Kind(kind)]
    return min(last, by_on) if by_on and by_on >= today else last


def is_ending(listing: Listing, today: datetime.date) -> bool:
    """It is open, and the day to ask whether it should stay has come."""
    return listing.is_open and listing.expires_on - today <= NOTICE[Kind(listing.kind)]
