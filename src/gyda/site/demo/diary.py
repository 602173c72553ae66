"""A diary of what will have happened: written in any order, played in the order of time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.site.demo import clock

Deed = Callable[[], object]


@dataclass(frozen=True, order=True)
class Page:
    """One thing that happens at one moment."""

    at: datetime.datetime
    number: int  # two things of one moment happen as they were written
    do: Deed = field(compare=False)


@dataclass
class Diary:
    """Counts days back from today; what is yet to come is not written down."""

    now: datetime.datetime
    hub_id: UUID = UUID(int=0)
    pages: list[Page] = field(default_factory=list)

    def day(self, ago: int, hour: int = 9, minute: int = 0) -> datetime.datetime:
        """Return a moment so many days ago, by the clock on the wall."""
        today = timezone.localtime(self.now).replace(tzinfo=None)
        day = (today - datetime.timedelta(days=ago)).replace(hour=hour, minute=minute)
        return timezone.make_aware(day.replace(second=0, microsecond=0))

    def write(self, at: datetime.datetime, do: Deed) -> None:
        """Note what happens at that moment, if it is past."""
        if at < self.now:
            self.pages.append(Page(at, len(self.pages), do))

    def play(self) -> Iterator[datetime.datetime]:
        """Let it all happen, one thing after the other; yield each moment."""
        before = datetime.datetime.min.replace(tzinfo=datetime.UTC)
        for page in sorted(self.pages):
            with clock.at(max(page.at, before)), in_hub(self.hub_id):
                page.do()
                before = timezone.now()
            yield page.at
