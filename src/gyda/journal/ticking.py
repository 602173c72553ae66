"""Does the rooms' chores for one hub, and the jobs of the install: when due, by one process."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import logging
from uuid import UUID

from django.core.cache import cache
from django.db import transaction

from gyda.journal.models import TickRun
from gyda.keys.context import in_hub
from gyda.keys.ticks import InstallTick, Tick, of_install, registered

LEASE = datetime.timedelta(minutes=10)  # a chore that died is tried again after this

log = logging.getLogger("gyda.tick")


def tick(*, hub_id: UUID, now: datetime.datetime) -> list[str]:
    """Do all that is due in the hub; return the names of the chores that failed."""
    with in_hub(hub_id):
        due = [one for one in registered() if not one.every or _claim(one, hub_id, now)]
        return [one.name for one in due if not _done(one, hub_id, now)]


def tick_install(*, now: datetime.datetime) -> list[str]:
    """Do the jobs of the install that are due; return the names of those that failed."""
    return [one.name for one in of_install() if _claim_job(one) and not _done_job(one, now)]


def _claim_job(one: InstallTick) -> bool:
    """Take a job that nobody has taken since it was due: the cache is shared by all processes."""
    return cache.add(_key(one), 1, timeout=one.every.total_seconds())


def _key(one: InstallTick) -> str:
    return "install-tick-" + one.name.replace(" ", "-")


def _done_job(one: InstallTick, now: datetime.datetime) -> bool:
    try:
        one.job(now=now)
    except Exception:  # one broken job must not stop the others
        log.exception("%s failed", one.name)
        cache.set(_key(one), 1, timeout=min(one.every, LEASE).total_seconds())
        return False
    return True


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
