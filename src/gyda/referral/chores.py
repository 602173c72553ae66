"""What this room does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.keys import ticks
from gyda.referral.actions.refer import expire, remind

ticks.register("referral.expire", expire, every=datetime.timedelta(hours=1))
ticks.register("referral.remind", remind, every=datetime.timedelta(hours=6))
