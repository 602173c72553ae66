"""In, promised, paid, left: sums of the lines of the book, of all funds or of each promise."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from gyda.decide.funds.models import Movement, MovementKind


@dataclass(frozen=True)
class Sums:
    """What moved, in pence, in each way."""

    received: int = 0
    promised: int = 0
    paid: int = 0
    refunded: int = 0
    freed: int = 0
    repaid: int = 0
    returned: int = 0

    @property
    def came_in(self) -> int:
        """What came in and did not go back to the giver; repayments beside it."""
        return self.received - self.returned

    @property
    def paid_out(self) -> int:
        """What payees have, repaid or not."""
        return self.paid - self.refunded

    @property
    def owed(self) -> int:
        """What is promised and not paid yet."""
        return self.promised - self.freed - self.paid_out

    @property
    def left(self) -> int:
        """What is neither promised nor paid: what the fund's account on the ledger holds."""
        return self.came_in + self.repaid - self.promised + self.freed

    @property
    def still_to_repay(self) -> int:
        """What was paid out of an investment and has not come back."""
        return self.paid_out - self.repaid


NOTHING = Sums()


def of_funds(fund_ids: Iterable[UUID]) -> dict[UUID, Sums]:
    """Return the sums of each fund, in one query."""
    return _grouped("fund_id", {"fund_id__in": list(fund_ids)})


def of_promises(commitment_ids: Iterable[UUID]) -> dict[UUID, Sums]:
    """Return the sums of each promise, in one query."""
    return _grouped("commitment_id", {"commitment_id__in": list(commitment_ids)})


def _grouped(column: str, which: dict[str, list[UUID]]) -> dict[UUID, Sums]:
    found: dict[UUID, dict[str, int]] = {}
    rows = Movement.objects.filter(**which).values_list(column, "kind").order_by()
    for key, kind, pence in rows.annotate(Sum("pence")):
        found.setdefault(key, {})[MovementKind(kind).value.lower()] = int(pence)
    return {key: Sums(**sums) for key, sums in found.items()}
