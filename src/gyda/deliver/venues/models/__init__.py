"""What is true of pools, venues, spare places and what is owed for them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.venues.models.booking import Booking
from gyda.deliver.venues.models.lapse import Lapse, LapseNotice
from gyda.deliver.venues.models.pool import GrantStep, PoolGift, PoolGrant
from gyda.deliver.venues.models.rules import VenueRules
from gyda.deliver.venues.models.settlement import Settlement
from gyda.deliver.venues.models.spare import Occasion, SparePlace
from gyda.deliver.venues.models.taken import TakenNote
from gyda.deliver.venues.models.venue import Agreement, Venue

__all__ = [
    "Agreement",
    "Booking",
    "GrantStep",
    "Lapse",
    "LapseNotice",
    "Occasion",
    "PoolGift",
    "PoolGrant",
    "Settlement",
    "SparePlace",
    "TakenNote",
    "Venue",
    "VenueRules",
]
