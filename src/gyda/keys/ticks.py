"""What is due from time to time: each room says what, `gyda tick` does it, hub by hub or once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID


class Chore(Protocol):
    """Work for one hub: may run twice, or in two processes at once, and does no harm then."""

    def __call__(self, *, hub_id: UUID, now: datetime.datetime) -> Any: ...


@dataclass(frozen=True)
class Tick:
    """A chore, and how long it rests in between."""

    name: str
    chore: Chore
    every: datetime.timedelta


class Job(Protocol):
    """Work for the whole install, whatever hubs there are; it too may run twice and do no harm."""

    def __call__(self, *, now: datetime.datetime) -> Any: ...


@dataclass(frozen=True)
class InstallTick:
    """A job of the whole install, and how long it rests in between."""

    name: str
    job: Job
    every: datetime.timedelta


_ticks: dict[str, Tick] = {}
_install: dict[str, InstallTick] = {}


def register(name: str, chore: Chore, *, every: datetime.timedelta = datetime.timedelta(0)) -> None:
    """Have the chore done for each hub, inside that hub, at every tick or as seldom as said."""
    _ticks[name] = Tick(name, chore, every)


def register_for_install(name: str, job: Job, *, every: datetime.timedelta) -> None:
    """Have the job done once for the whole install, as seldom as said, outside of any hub."""
    _install[name] = InstallTick(name, job, every)


def of_install() -> list[InstallTick]:
    """Return the jobs of the whole install in the order in which they were declared."""
    return list(_install.values())


def registered() -> list[Tick]:
    """Return all chores in the order in which they were declared."""
    return list(_ticks.values())
