"""Tells the rooms below what maps bring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from gyda.journal import sentences
from gyda.keys import ticks
from gyda.need.conversations import events
from gyda.need.conversations.routing.next import register_map
from gyda.need.map.actions.again import again
from gyda.need.map.models import Coming
from gyda.need.map.routing import placing
from gyda.need.map.verbs import SENTENCES
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def register_all() -> None:
    """Register verbs, personal data and the keeping up."""
    sentences.register(SENTENCES)
    register(Coming, export=_brought, erase=keep)
    events.on_rewritten(again)
    register_map(placing)
    ticks.register("conversations that come", _look_after)
    ticks.register("opinion maps", _keep_up)


# The sums need scipy, which a server process that makes no maps need not load.


def _look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    from gyda.need.map.actions.bring import look_after

    look_after(hub_id=hub_id, now=now)


def _keep_up(*, hub_id: UUID, now: datetime.datetime) -> None:
    from gyda.need.map.actions.keep_up import keep_up

    keep_up(hub_id=hub_id, now=now)


def _brought(member: Member) -> Rows:
    rows = Coming.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", "source", "began_at")]
