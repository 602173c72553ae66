"""What an action asks of the engine: a transfer to be, and what it does to the two accounts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone

from gyda.keys.context import current_hub
from gyda.ledger.models import Phase, Transfer
from gyda.ledger.models.transfer import MOVING

# What makes two orders the same: all that the client said. The time of asking is not part of it.
CONTENT = ("debit", "credit", "amount", "kind", "phase", "resolves", "reverses", "until")


STORED = [  # in the order of the columns, as from_db expects it
    *("id", "hub_id", "debit_id", "credit_id", "amount", "unit", "kind", "phase"),
    *("resolves_id", "reverses_id", "until", "at"),
]


@dataclass(frozen=True, slots=True)
class Order:
    """A transfer, or a step of a hold; reserved changes the payer's held and the receiver's due."""

    key: UUID
    debit: UUID
    credit: UUID
    amount: int
    kind: str
    at: datetime = field(default_factory=timezone.now)
    phase: str = Phase.POSTED.value
    reserved: int = 0
    resolves: UUID | None = None
    reverses: UUID | None = None
    until: datetime | None = None

    @property
    def moved(self) -> int:
        """What goes out of one balance and into the other."""
        return self.amount if self.phase in MOVING else 0

    def as_transfer(self, unit: str) -> Transfer:
        """Return the row as the engine has just stored it."""
        start = (self.key, current_hub(), self.debit, self.credit, self.amount, unit)
        return Transfer.from_db(
            DEFAULT_DB_ALIAS,
            STORED,
            (*start, self.kind, self.phase, self.resolves, self.reverses, self.until, self.at),
        )

    def difference(self, stored: Transfer) -> str | None:
        """Name the first field in which a stored transfer says something else."""
        for name in CONTENT:
            theirs = name if name in ("amount", "kind", "phase", "until") else f"{name}_id"
            if getattr(self, name) != getattr(stored, theirs):
                return name
        return None
