"""What one process holds of a conversation between two looks, so that only later votes are read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Max

from gyda.need.conversations.models import Conversation, Participant, Vote
from gyda.need.map.making import Made
from gyda.need.map.material import Came, Material
from gyda.need.map.reading import Asked, id_of, milliseconds, read_all, votes_of

OVERLAP = datetime.timedelta(seconds=15)  # a vote may be stored that long after it says it was

Pair = tuple[UUID, UUID]


@dataclass(eq=False)
class Held:
    """`recent`: votes near the latest moment, which the next look reads again. `voted`: who voted
    since what is shown was made. `made` is None until the first map is made of it.
    """

    conversation: Conversation
    asked: Asked
    material: Material
    seen_at: datetime.datetime | None
    version: int = -1
    made: Made | None = None
    names: dict[UUID, str] = field(default_factory=dict)
    nets: dict[str, int] = field(default_factory=dict)
    recent: dict[Pair, datetime.datetime] = field(default_factory=dict)
    voted: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, conversation: Conversation) -> "Held":
        """Read everything."""
        # What is recent is read first: a vote that comes between the two is then read again.
        votes = Vote.objects.filter(conversation=conversation)
        latest = votes.aggregate(latest=Max("at"))["latest"]
        near = votes.filter(at__gt=latest - OVERLAP) if latest else votes.none()
        recent = {
            row[:2]: row[2] for row in near.values_list("participant_id", "statement_id", "at")
        }
        asked = Asked.of(conversation)
        read = read_all(conversation, asked)
        held = cls(conversation, asked, read.material, latest, names=read.names, nets=read.nets)
        held.recent = recent
        return held

    def look(self) -> int:
        """Read what came since; return how many votes are new or other than before."""
        rows = self._rows()
        if not rows:
            return 0
        if any(row[1] not in self.asked.numbers for row in rows):
            self.asked = Asked.of(self.conversation)
        came = self._newcomers({row[0] for row in rows} - set(self.names))
        kept = [row for row in rows if row[1] in self.asked.numbers and row[0] in self.names]
        people = [self.names[row[0]] for row in kept]
        statements = [str(self.asked.numbers[row[1]]) for row in kept]
        votes = votes_of(people, statements, [row[2] for row in kept])
        self.material = self.material.later(votes, came, self.asked.authors)
        self.voted |= set(people)
        self._remember(rows)
        return len(kept)

    def has_news(self) -> bool:
        """Tell whether there is anything to look at."""
        return bool(self._rows())

    def _rows(self) -> list[tuple[UUID, UUID, int, datetime.datetime]]:
        found = Vote.objects.filter(conversation=self.conversation)
        if self.seen_at:
            found = found.filter(at__gt=self.seen_at - OVERLAP)
        rows = found.values_list("participant_id", "statement_id", "answer", "at")
        return [row for row in rows if self.recent.get(row[:2]) != row[3]]

    def _remember(self, rows: list[tuple[UUID, UUID, int, datetime.datetime]]) -> None:
        latest = max(row[3] for row in rows)
        self.seen_at = max(latest, self.seen_at or latest)
        since = self.seen_at - OVERLAP
        self.recent |= {row[:2]: row[3] for row in rows}
        self.recent = {pair: at for pair, at in self.recent.items() if at > since}

    def _newcomers(self, unknown: set[UUID]) -> dict[str, Came]:
        if not unknown:
            return {}
        rows = Participant.objects.filter(id__in=unknown, conversation=self.conversation)
        came = {}
        for participant, net, is_verified, at in rows.values_list(
            "id", "net", "is_verified", "came_at"
        ):
            name = self.names[participant] = id_of(self.conversation, participant)
            source = self.nets.setdefault(net, len(self.nets)) if net else -1
            came[name] = Came(source, is_verified, milliseconds(at))
        return came
