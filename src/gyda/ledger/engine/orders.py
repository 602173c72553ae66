"""What an action asks of the engine: a transfer to be, and what it does to the two accounts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models.base import ModelState
from django.utils import timezone

from gyda.keys.context import current_hub
from gyda.ledger.models import Phase, Transfer
from gyda.ledger.models.transfer import MOVING

# What makes two orders the same: all that the client said. The time of asking is not part of it.
CONTENT = ("debit", "credit", "amount", "kind", "phase", "resolves", "reverses", "until")


@dataclass(frozen=True, slots=True)
class Order:
    """A transfer, or a step of a hold; reserved changes the payer's held and the receiver's due."""

    key: UUID
    debit: UUID
    credit: UUID
    amount: int
    kind: str
    at: datetime = field(default_factory=lambda: timezone.now())  # asked anew: demos set clocks
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
        """Return the row as the engine has just stored it; "": its unit is read when asked for."""
        row = Transfer.__new__(Transfer)  # as from_db leaves it, without asking each field
        row.__dict__ = {
            "_state": _stored(),
            "id": self.key,
            "hub_id": current_hub(),
            "debit_id": self.debit,
            "credit_id": self.credit,
            "amount": self.amount,
            "unit": unit,
            "kind": self.kind,
            "phase": self.phase,
            "resolves_id": self.resolves,
            "reverses_id": self.reverses,
            "until": self.until,
            "at": self.at,
        }
        if not unit:
            del row.__dict__["unit"]
        return row

    def difference(self, stored: Transfer) -> str | None:
        """Name the first field in which a stored transfer says something else."""
        for name in CONTENT:
            theirs = name if name in ("amount", "kind", "phase", "until") else f"{name}_id"
            if getattr(self, name) != getattr(stored, theirs):
                return name
        return None


def _stored() -> ModelState:
    state = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    return state
