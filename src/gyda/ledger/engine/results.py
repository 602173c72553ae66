"""What came of an order."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from gyda.ledger.models import Unit


class Code(StrEnum):
    """The engine's answer; only OK has stored anything."""

    OK = "ok"
    DUPLICATE = "duplicate"  # the key, or the one resolution or reversal, is taken
    MISSING = "missing"  # an account is not there, or no lane of it is free
    CLOSED = "closed"
    UNITS = "units"
    FLOOR = "floor"
    CEILING = "ceiling"
    FOLD = "fold"  # the payer's own balance is too small, its lanes may have the rest


@dataclass(frozen=True, slots=True)
class Outcome:
    """unit: of the one transfer stored, "" if not asked for; units: of each of many, by key;
    account: who refused.
    """

    code: Code
    unit: str = ""
    account: UUID | None = None
    units: dict[UUID, str] = field(default_factory=dict)


# What nearly every order comes to, made once; SQLite's is without a unit, for to ask costs time.
DONE = {unit: Outcome(Code.OK, unit) for unit in Unit.values}
PLACED = Outcome(Code.OK)
