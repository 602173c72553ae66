"""What this room does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.keys import ticks
from gyda.safeguarding.actions.checks import remind
from gyda.safeguarding.actions.concerns import tell_overdue
from gyda.safeguarding.actions.references import expire_references

ticks.register("safeguarding.remind", remind, every=datetime.timedelta(hours=12))
ticks.register("safeguarding.overdue", tell_overdue, every=datetime.timedelta(minutes=15))
ticks.register("safeguarding.references", expire_references, every=datetime.timedelta(days=1))
