"""What the journal does at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from gyda.journal.actions import seal
from gyda.keys import ticks

RECENT = datetime.timedelta(days=2)


def seal_recent(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Seal what came in lately: cheap, however long the journal is."""
    seal(hub_id=hub_id, now=now, since=now - RECENT)


def seal_everything(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Look through the whole journal for what was overlooked."""
    seal(hub_id=hub_id, now=now)


ticks.register("journal.seal", seal_recent, every=datetime.timedelta(minutes=10))
ticks.register("journal.seal_everything", seal_everything, every=datetime.timedelta(days=1))
