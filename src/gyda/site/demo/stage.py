"""The stage on which one story is played: its hub, its people by their keys, its diary."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.deliver.models import Category
from gyda.people.models import Hub, Member, Organisation
from gyda.people.who import Who
from gyda.site.demo.diary import Diary
from gyda.site.demo.story import Story
from gyda.site.demo.story.people import PersonWords

SEED = 1282  # the same year for everyone who looks at the demo


@dataclass
class Stage:
    """What has been made so far."""

    story: Story
    hub: Hub
    diary: Diary
    steward: str
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311
    members: dict[str, Member] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    shelves: dict[str, Category] = field(default_factory=dict)
    initiatives: dict[str, UUID] = field(default_factory=dict)
    cards: dict[str, tuple[str, str]] = field(default_factory=dict)  # number, PIN
    seen: dict[str, datetime.date] = field(default_factory=dict)  # the last visit

    def words(self, key: str) -> PersonWords:
        return next(person for person in self.story.people if person.key == key)

    def by(self, key: str, principal: str = "") -> Who:
        """Return someone who acts, perhaps for someone else; so they were here that day."""
        self.seen[key] = timezone.localdate()
        return Who(self.members[key], self.members[principal] if principal else None)

    def supporter_of(self, key: str) -> str:
        """Return who may act for someone, if anyone may."""
        held = [one.supporter for one in self.story.consents if one.principal == key]
        return held[0] if held else ""

    def hand_of(self, key: str, other: str = "") -> Who:
        """Return who does something for this person: themselves, unless they are offline and
        their supporter is free to act, not being the other side of it."""
        supporter = self.supporter_of(key)
        offline = self.words(key).is_offline
        if offline and supporter and supporter != other:
            return self.by(supporter, key)
        return self.by(key)

    def connector_beside(self, *keys: str) -> Who:
        """Return a connector who has no part in it."""
        able = [one.key for one in self.story.people if one.role in ("CONNECTOR", "STEWARD")]
        here = [key for key in reversed(able) if key in self.members and key not in keys]
        return self.by(here[0])

    def is_member(self, key: str, ago: int) -> bool:
        """Tell whether someone belonged to the hub so many days ago."""
        words = self.words(key)
        return words.joined > ago >= words.left

    def write(self, at: datetime.datetime, do: Callable[[], object]) -> None:
        self.diary.write(at, do)
