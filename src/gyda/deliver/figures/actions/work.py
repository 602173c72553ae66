"""Connectors write down how long they worked for the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.figures.errors import ConnectorsOnly, NotYours, StillToCome
from gyda.deliver.figures.models import ConnectorTime
from gyda.deliver.rules.same import same
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def note_time(
    *,
    who: Who,
    on: datetime.date,
    minutes: int,
    task: str,
    key: UUID,
    now: datetime.datetime | None = None,
) -> ConnectorTime:
    """Keep one piece of work; the key makes two sendings of a form one."""
    now = now or timezone.now()
    ConnectorsOnly.check(who)
    if on > timezone.localdate(now):
        raise StillToCome
    if stored := ConnectorTime.objects.filter(request_key=key).first():
        return same(stored, on=on, minutes=minutes, task=task, connector_id=who.actor.id)
    noted = ConnectorTime.objects.create(
        connector=who.actor, on=on, minutes=minutes, task=task, noted_at=now, request_key=key
    )
    record(by=who, verb="figures.time-noted", about=noted, minutes=minutes, task=task)
    return noted


@transaction.atomic
def take_time_away(*, who: Who, time_id: UUID) -> None:
    """Remove a piece of work that was written down by mistake."""
    noted = ConnectorTime.objects.select_for_update().get(id=time_id)
    if noted.connector_id != who.actor.id and not who.actor.is_steward:
        raise NotYours
    record(by=who, verb="figures.time-removed", about=noted, minutes=noted.minutes)
    noted.delete()
