"""What can stand in the way at a venue or with a pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.venues.errors.base import NotYours, StewardsOnly, VenueError, WithoutReason
from gyda.deliver.venues.errors.booking import (
    BookedAlready,
    FewerLeft,
    Full,
    MoneyRunOut,
    NotEnoughHours,
    NotOpen,
    TooManyEach,
)
from gyda.deliver.venues.errors.door import (
    BackAlready,
    CorrectedAlready,
    NotBooked,
    OwnBooking,
    SettledBefore,
    TooEarly,
    TooLateToCancel,
)
from gyda.deliver.venues.errors.pool import (
    GivenAlready,
    GrantClosed,
    NotGranted,
    NothingGranted,
    OwnHours,
)
from gyda.deliver.venues.errors.settling import (
    ConnectorTakesBack,
    EndsTooSoon,
    NotAVenue,
    NothingOwed,
    OtherSide,
    OwedChanged,
    PayerMissing,
    SamePayer,
    SecondPerson,
    SettledAlready,
    WaitsAlready,
)

__all__ = [
    "ConnectorTakesBack",
    "CorrectedAlready",
    "OtherSide",
    "OwedChanged",
    "BackAlready",
    "BookedAlready",
    "EndsTooSoon",
    "FewerLeft",
    "Full",
    "GivenAlready",
    "GrantClosed",
    "MoneyRunOut",
    "NotAVenue",
    "NotBooked",
    "NotEnoughHours",
    "NotGranted",
    "NotOpen",
    "NotYours",
    "NothingGranted",
    "NothingOwed",
    "OwnBooking",
    "OwnHours",
    "PayerMissing",
    "SamePayer",
    "SecondPerson",
    "SettledAlready",
    "SettledBefore",
    "StewardsOnly",
    "TooEarly",
    "TooLateToCancel",
    "TooManyEach",
    "VenueError",
    "WaitsAlready",
    "WithoutReason",
]
