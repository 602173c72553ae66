"""What the growing knows: the size, the clock, and the ids of all that it makes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from gyda.people.models import Hub

YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Size:
    """How large the hub grows."""

    members: int
    transfers: int

    @property
    def listings(self) -> int:
        return self.members

    @property
    def exchanges(self) -> int:
        return self.transfers // 5

    @property
    def activities(self) -> int:
        return max(30, self.transfers // 500)


@dataclass
class Town:
    """A hub while it grows."""

    hub: Hub
    size: Size
    now: datetime.datetime
    random: Random
    members: list[UUID] = field(default_factory=list)
    accounts: list[UUID] = field(default_factory=list)
    categories: list[UUID] = field(default_factory=list)
    listings: list[UUID] = field(default_factory=list)
    transfers: list[UUID] = field(default_factory=list)
    activities: list[UUID] = field(default_factory=list)

    def moment(self, number: int, of: int) -> datetime.datetime:
        """Return when the number-th of so many things happened, evenly over a year."""
        return self.now - YEAR + YEAR * ((number + 1) / (of + 1))

    def id_at(self, moment: datetime.datetime) -> UUID:
        """Return a UUIDv7 of that moment."""
        milliseconds = int(moment.timestamp() * 1000)
        bits = self.random.getrandbits(74)
        high, low = bits >> 62, bits & ((1 << 62) - 1)
        return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)

    def ids(self, count: int) -> list[UUID]:
        """Return so many ids, spread over the year."""
        return [self.id_at(self.moment(number, count)) for number in range(count)]
