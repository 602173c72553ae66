"""Many notes at once: a pile on the table, each line answered for itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.errors import Forged, NobodyCalled, SeveralCalled, WhoseNote
from gyda.people.models import Member, Organisation
from gyda.people.queries.called import members_called
from gyda.people.who import Who
from gyda.web.errors import DomainError

MOST_FORGED = 5  # after so many, somebody is guessing


@dataclass(frozen=True)
class Line:
    """One line as it was typed: a code, and who brought the note where that is said."""

    code: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.code}, {self.name}" if self.name else self.code


@dataclass(frozen=True)
class Answer:
    """What became of a line."""

    line: Line
    words: str
    number: int | None = None
    minutes: int = 0
    name: str = ""

    @property
    def is_done(self) -> bool:
        return self.number is not None


@dataclass
class Pile:
    """The notes on the table: whose they are where a line names nobody, or where they were spent.

    Every line is a deed of its own, with its own entry in the journal: one bad note spoils
    nothing. The key makes a form sent twice one pile.
    """

    who: Who
    key: UUID
    member: Member | None = None
    at: Organisation | None = None
    now: datetime.datetime = field(default_factory=timezone.now)
    known: dict[str, Member] = field(default_factory=dict)
    forged: int = 0

    def redeem(self, lines: Sequence[Line]) -> list[Answer]:
        """Redeem what can be redeemed, and say of each line what became of it."""
        return [self._answer(position, line) for position, line in enumerate(lines)]

    def _answer(self, position: int, line: Line) -> Answer:
        if self.forged >= MOST_FORGED:
            return Answer(line, _("Not looked at: there were too many wrong codes."))
        try:
            return self._redeem(position, line)
        except DomainError as error:
            self.forged += isinstance(error, Forged)
            return Answer(line, str(error))

    def _redeem(self, position: int, line: Line) -> Answer:
        whose = None if self.at else self._whose(line.name)
        note = redeem_note(
            who=self.who,
            code=line.code,
            key=uuid5(self.key, str(position)),
            member=whose,
            at=self.at,
            now=self.now,
        )
        return Answer(line, _("Redeemed"), note.number, note.minutes, str(self.at or whose))

    def _whose(self, name: str) -> Member:
        if name:
            return self._called(name)
        if self.member is None:
            raise WhoseNote
        return self.member

    def _called(self, name: str) -> Member:
        if name not in self.known:
            found = members_called(name)
            if len(found) != 1:
                raise (SeveralCalled if found else NobodyCalled)(name=name)
            self.known[name] = found[0]
        return self.known[name]
