"""What the clock does to bookings, to weekly places, and to hours that nobody spends."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.deliver.venues.actions.door import lapse_unsaid
from gyda.deliver.venues.actions.lapse import look_after
from gyda.deliver.venues.actions.occasions import more_occasions
from gyda.keys.ticks import register

HOUR = datetime.timedelta(hours=1)


def register_all() -> None:
    """Have the chores done at every tick, or as seldom as they need."""
    register("places nobody spoke of", lapse_unsaid, every=HOUR)
    register("weekly places", more_occasions, every=6 * HOUR)
    register("hours nobody spends", look_after, every=6 * HOUR)
