"""What letters do at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.keys import ticks
from gyda.letters.circulars import look_after
from gyda.letters.delivery import send_due

ticks.register("letters.write", look_after)
ticks.register("letters.send", send_due)
