"""What the clock does in the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.deliver.actions.clock import lapse_due, remind_due
from gyda.deliver.actions.start import give_starts
from gyda.keys.ticks import register

register("exchange reminders", remind_due)
register("exchanges lapse", lapse_due)
register("hours to start with", give_starts, every=datetime.timedelta(minutes=5))
