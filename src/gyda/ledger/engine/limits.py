"""Whether an account allows a change: the same rule as in the statements for PostgreSQL."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.ledger.engine.results import Code


@dataclass(slots=True)
class Change:
    """What an order, or many, do to one account."""

    moved: int = 0
    held: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """An account as the transaction reads it."""

    unit: str
    balance: int
    held: int
    due: int
    floor: int | None
    ceiling: int | None
    lanes: int
    is_open: int

    def refusal(self, change: Change) -> Code | None:
        """Say why the change is refused, or None."""
        if not self.is_open:
            return Code.CLOSED
        if self._falls_under(change):
            return Code.FOLD if self.lanes else Code.FLOOR
        return Code.CEILING if self._rises_over(change) else None

    def _falls_under(self, change: Change) -> bool:
        taken = change.held - change.moved
        return self.floor is not None and 0 < taken > self.balance - self.held - self.floor

    def _rises_over(self, change: Change) -> bool:
        given = change.moved + change.due
        return self.ceiling is not None and 0 < given > self.ceiling - self.balance - self.due
