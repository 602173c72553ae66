"""Taking the hub's tables away: allowed to stewards, and remembered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.journal.actions import record
from gyda.moving.errors import StewardsOnly
from gyda.people.who import Who


def take(*, who: Who, kind: str) -> None:
    """Remember who took which table away: it has everyone's names and addresses."""
    if not who.actor.is_steward or who.is_acting:
        raise StewardsOnly
    record(by=who, verb="moving.exported", about=who.actor, table=kind)
