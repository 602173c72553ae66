"""A book of dicts that does what the ledger should do, one thing at a time, in memory."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from gyda.ledger import errors

Trouble = set[type[errors.LedgerError]]


@dataclass
class Purse:
    """An account as the auditor sees it."""

    unit: str
    floor: int | None
    ceiling: int | None
    goal: tuple[int | None, int | None] = (None, None)
    balance: int = 0
    held: int = 0
    due: int = 0
    is_open: bool = True

    def __post_init__(self) -> None:
        self.goal = (self.floor, self.ceiling)

    def trouble(self, moved: int, held: int, due: int) -> Trouble:
        found: Trouble = set()
        if not self.is_open:
            found.add(errors.AccountClosed)
        if (
            self.floor is not None
            and moved < held
            and self.balance + moved - self.held - held < self.floor
        ):
            found.add(errors.NotEnough)
        if (
            self.ceiling is not None
            and moved + due > 0
            and self.balance + moved + self.due + due > self.ceiling
        ):
            found.add(errors.TooMuch)
        return found

    def apply_goal(self) -> None:
        floor, ceiling = self.goal
        self.floor = None if floor is None else min(floor, self.balance - self.held)
        self.ceiling = None if ceiling is None else max(ceiling, self.balance + self.due)


@dataclass
class Line:
    """A transfer as the auditor keeps it."""

    debit: UUID
    credit: UUID
    amount: int
    phase: str = "POSTED"
    of: UUID | None = None  # resolves, or reverses
    until: datetime | None = None


@dataclass
class Auditor:
    """All purses and lines, and which of the lines are settled."""

    purses: dict[UUID, Purse]
    lines: dict[UUID, Line] = field(default_factory=dict)
    settled: set[UUID] = field(default_factory=set)  # holds resolved, transfers reversed

    def trouble(self, lines: list[Line]) -> Trouble:
        """Say what could be wrong with doing all of these at once."""
        found: Trouble = set()
        changes: dict[UUID, Counter[str]] = {}
        for line in lines:
            if line.amount <= 0:
                found.add(errors.NotPositive)
            if line.debit == line.credit:
                found.add(errors.SameAccount)
            if self.purses[line.debit].unit != self.purses[line.credit].unit:
                found.add(errors.UnitsDiffer)
            for key, change in self._changes(line):
                changes.setdefault(key, Counter()).update(change)
        for key, change in changes.items():
            found |= self.purses[key].trouble(change["moved"], change["held"], change["due"])
        return found

    def enter(self, key: UUID, line: Line) -> None:
        """Do it."""
        for account, change in self._changes(line):
            purse = self.purses[account]
            purse.balance += change["moved"]
            purse.held += change["held"]
            purse.due += change["due"]
        self.lines[key] = line
        if line.of:
            self.settled.add(line.of)

    def _changes(self, line: Line) -> list[tuple[UUID, dict[str, int]]]:
        moved = line.amount if line.phase in ("POSTED", "POST") else 0
        reserved = line.amount if line.phase == "HOLD" else 0
        if line.phase in ("POST", "RELEASE", "EXPIRE"):
            assert line.of
            reserved = -self.lines[line.of].amount
        return [
            (line.debit, {"moved": -moved, "held": reserved, "due": 0}),
            (line.credit, {"moved": moved, "held": 0, "due": reserved}),
        ]
