"""Bids with their figures, and how their repayment stands."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from gyda.decide.funds.models import Bid, BidLine, BidYear, Commitment, Fund, Instalment
from gyda.decide.funds.queries.sums import NOTHING, Sums, of_promises

MANY = 100


@dataclass(frozen=True)
class Due:
    """One instalment, and how much of it has come, the oldest first."""

    instalment: Instalment
    came: int
    is_late: bool

    @property
    def left(self) -> int:
        return self.instalment.pence - self.came


@dataclass(frozen=True)
class Repayment:
    """The schedule beside what was really repaid."""

    dues: list[Due]
    sums: Sums

    @property
    def scheduled(self) -> int:
        return sum(due.instalment.pence for due in self.dues)

    @property
    def late(self) -> int:
        return sum(due.left for due in self.dues if due.is_late)


def bids(fund: Fund) -> list[Bid]:
    rows = Bid.objects.filter(fund=fund).select_related("organisation")
    return list(rows.order_by("-id")[:MANY])


def bid_or_404(bid_id: UUID) -> Bid:
    rows = Bid.objects.select_related("fund__initiative", "organisation", "initiative")
    return get_object_or_404(rows, id=bid_id)


def lines_of(bid: Bid) -> list[BidLine]:
    """Return costs, then savings, each with its years."""
    years = Prefetch("years", queryset=BidYear.objects.order_by("year"))
    return list(BidLine.objects.filter(bid=bid).prefetch_related(years).order_by("id")[:MANY])


def promise_of(bid: Bid) -> Commitment | None:
    """Return the money that was promised for it, if a decision gave any."""
    return Commitment.objects.filter(bid=bid).select_related("decision").first()


def repayment(bid: Bid, promise: Commitment | None, today: datetime.date) -> Repayment:
    """Set what was repaid against the schedule, the oldest instalment first."""
    sums = of_promises([promise.id]).get(promise.id, NOTHING) if promise else NOTHING
    left, dues = sums.repaid, []
    for one in Instalment.objects.filter(bid=bid).order_by("due_on")[:MANY]:
        came = min(left, one.pence)
        left -= came
        dues.append(Due(one, came, one.due_on < today and came < one.pence))
    return Repayment(dues, sums)
