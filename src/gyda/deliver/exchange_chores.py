"""What the clock does to exchanges."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.deliver.actions.clock import lapse_due, remind_due
from gyda.deliver.actions.start import give_starts
from gyda.keys.ticks import register


def register_all() -> None:
    """Have the chores done at every tick."""
    register("exchange reminders", remind_due)
    register("exchanges lapse", lapse_due)
    register("hours to start with", give_starts, every=datetime.timedelta(minutes=5))
