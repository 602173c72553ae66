"""What the clock does for moves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.keys.ticks import register
from gyda.moving.actions.finish import forget
from gyda.moving.actions.run import look_after


def register_all() -> None:
    """Go on with moves at every tick; forget old tables once a day."""
    register("moving", look_after)
    register("old tables of moves", forget, every=datetime.timedelta(days=1))
