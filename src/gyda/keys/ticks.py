"""What is due from time to time: each room says what, `gyda tick` does it, hub by hub."""
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


_ticks: dict[str, Tick] = {}


def register(name: str, chore: Chore, *, every: datetime.timedelta = datetime.timedelta(0)) -> None:
    """Have the chore done for each hub, inside that hub, at every tick or as seldom as said."""
    _ticks[name] = Tick(name, chore, every)


def registered() -> list[Tick]:
    """Return all chores in the order in which they were declared."""
    return list(_ticks.values())
