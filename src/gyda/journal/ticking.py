"""Does the rooms' chores for one hub: each when it is due, and by one process only."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import logging
from uuid import UUID

from django.db import transaction

from gyda.journal.models import TickRun
from gyda.keys.context import in_hub
from gyda.keys.ticks import Tick, registered

LEASE = datetime.timedelta(minutes=10)  # a chore that died is tried again after this

log = logging.getLogger("gyda.tick")


def tick(*, hub_id: UUID, now: datetime.datetime) -> list[str]:
    """Do all that is due in the hub; return the names of the chores that failed."""
    with in_hub(hub_id):
        due = [one for one in registered() if not one.every or _claim(one, hub_id, now)]
        return [one.name for one in due if not _done(one, hub_id, now)]


@transaction.atomic
def _claim(one: Tick, hub_id: UUID, now: datetime.datetime) -> bool:
    run = {"hub_id": hub_id, "name": one.name}
    TickRun.objects.bulk_create([TickRun(**run, next_at=now)], ignore_conflicts=True)
    due = TickRun.objects.filter(name=one.name, next_at__lte=now)
    return bool(due.update(next_at=now + min(one.every, LEASE)))


def _done(one: Tick, hub_id: UUID, now: datetime.datetime) -> bool:
    try:
        one.chore(hub_id=hub_id, now=now)
    except Exception:  # one broken chore must not stop the others
        log.exception("%s failed in hub %s", one.name, hub_id)
        return False
    if one.every:
        TickRun.objects.filter(name=one.name).update(next_at=now + one.every)
    return True
