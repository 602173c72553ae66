"""A pretended clock, for the demo alone: what is done inside it was done at that moment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace

from django.utils import timezone

ids = import_module("gyda.keys.uuid7")  # ids carry the time at which they were made
real_now = timezone.now


@contextmanager
def at(moment: datetime.datetime) -> Iterator[None]:
    """Let it be `moment`, and let time pass from there as it does."""
    ahead = moment - real_now()
    nanoseconds = int(ahead.total_seconds() * 1_000_000) * 1_000

    def pretended() -> datetime.datetime:
        return real_now() + ahead

    kept = timezone.now, ids.time
    _set(pretended, SimpleNamespace(time_ns=lambda: time.time_ns() + nanoseconds))
    try:
        yield
    finally:
        _set(*kept)


def _set(now: object, clock: object) -> None:
    setattr(timezone, "now", now)  # noqa: B010  types forbid what a clock needs
    setattr(ids, "time", clock)  # noqa: B010
