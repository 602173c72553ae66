"""When a letter goes out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils import timezone

from gyda.letters.kinds import Cadence
from gyda.letters.models import Channel
from gyda.letters.readers import Reader

MORNING = datetime.time(8)
EVENING = datetime.time(21)
MONDAY = 0


def channel_for(reader: Reader) -> Channel:
    """Return how letters reach the reader."""
    if reader.email:
        return Channel.EMAIL
    return Channel.SMS if reader.phone else Channel.PAPER


def due_at(*, cadence: str, channel: str, now: datetime.datetime) -> datetime.datetime:
    """Return the moment from which the letter may go out."""
    if cadence == Cadence.DAILY:
        return next_morning(now)
    if cadence == Cadence.WEEKLY:
        return next_morning(now, weekday=MONDAY)
    return after_quiet_hours(now) if channel == Channel.SMS else now


def after_quiet_hours(now: datetime.datetime) -> datetime.datetime:
    """Return now by day, and the next morning by night: no phone buzzes while people sleep."""
    local = timezone.localtime(now)
    return now if MORNING <= local.time() < EVENING else next_morning(now)


def next_morning(now: datetime.datetime, weekday: int | None = None) -> datetime.datetime:
    """Return eight o'clock of the next day (or of the next such weekday) that is yet to come."""
    local = timezone.localtime(now)
    day = local.date() if local.time() < MORNING else local.date() + datetime.timedelta(days=1)
    if weekday is not None:
        day += datetime.timedelta(days=(weekday - day.weekday()) % 7)
    return datetime.datetime.combine(day, MORNING, tzinfo=timezone.get_default_timezone())
