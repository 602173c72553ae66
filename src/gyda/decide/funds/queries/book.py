"""The open book: funds, what each has promised, and every line of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.decide.funds import rules
from gyda.decide.funds.models import Commitment, Fund, GivingBack, Movement, Payment, Receipt
from gyda.decide.funds.models.giving_back import LAPSES
from gyda.decide.funds.queries.sums import NOTHING, Sums, of_funds, of_promises
from gyda.initiatives.models import Initiative
from gyda.people.who import Who

MANY = 200
FEWEST = 5


@dataclass(frozen=True)
class FundRow:
    """A fund with its sums."""

    fund: Fund
    sums: Sums


@dataclass(frozen=True)
class PromiseRow:
    """A promise with its sums."""

    promise: Commitment
    sums: Sums


def funds(initiative: Initiative | None = None) -> list[FundRow]:
    """Return the funds, the newest first, with what came in, was promised, paid and is left."""
    rows = Fund.objects.select_related("giver", "initiative").order_by("-id")
    rows = rows.filter(initiative=initiative) if initiative else rows
    found = list(rows[:MANY])
    sums = of_funds(fund.id for fund in found)
    return [FundRow(fund, sums.get(fund.id, NOTHING)) for fund in found]


def fund_or_404(fund_id: UUID) -> Fund:
    return get_object_or_404(Fund.objects.select_related("giver", "initiative"), id=fund_id)


def sums_of(fund: Fund) -> Sums:
    return of_funds([fund.id]).get(fund.id, NOTHING)


def promises(rows: "QuerySet[Commitment]") -> list[PromiseRow]:
    """Return promises with their sums, the newest first."""
    found = list(rows.with_all().order_by("-id")[:MANY])  # type: ignore[attr-defined]
    sums = of_promises(one.id for one in found)
    return [PromiseRow(one, sums.get(one.id, NOTHING)) for one in found]


def promise_or_404(commitment_id: UUID) -> Commitment:
    rows = Commitment.objects.with_all().select_related("fund__initiative")
    return get_object_or_404(rows, id=commitment_id)


def sums_of_promise(commitment: Commitment) -> Sums:
    return of_promises([commitment.id]).get(commitment.id, NOTHING)


def lines(fund: Fund) -> "QuerySet[Movement]":
    """Return every movement of a fund."""
    rows = Movement.objects.filter(fund=fund)
    return rows.select_related("commitment__organisation", "commitment__member")


def lines_of(commitment: Commitment) -> list[Movement]:
    """Return every movement of a promise with its files, the oldest first."""
    files = Prefetch("receipts", queryset=Receipt.objects.order_by("id"))
    rows = Movement.objects.filter(commitment=commitment).select_related("payment")
    return list(rows.prefetch_related(files, "payment__receipts").order_by("id")[:MANY])


def going_back(fund: Fund) -> list[GivingBack]:
    """Return what one steward wants to give back, while another may write the same sum."""
    rows = GivingBack.objects.filter(fund=fund, movement=None, at__gt=timezone.now() - LAPSES)
    return list(rows.select_related("by").order_by("id")[:MANY])


def payments_waiting(commitment: Commitment) -> list[Payment]:
    """Return what waits for a second yes, with its files."""
    rows = Payment.objects.waiting().filter(commitment=commitment).select_related("asked_by")
    return list(rows.prefetch_related("receipts").order_by("id")[:MANY])


def payments_for(who: Who) -> list[Payment]:
    """Return all that waits for a second yes in the funds that this person looks after."""
    rows = Payment.objects.waiting().select_related(
        "commitment__fund__initiative", "commitment__organisation", "commitment__member", "asked_by"
    )
    return rules.only_kept(who, list(rows.order_by("id")[:MANY]), lambda row: row.commitment.fund)


def payment_or_404(payment_id: UUID) -> Payment:
    rows = Payment.objects.select_related("commitment__fund__initiative")
    return get_object_or_404(rows, id=payment_id)


def receipt_or_404(receipt_id: UUID, who: Who | None) -> Receipt:
    """Return a file for those who look after its fund: it may name people."""
    rows = Receipt.objects.select_related(
        "payment__commitment__fund__initiative", "movement__fund__initiative"
    )
    receipt = get_object_or_404(rows, id=receipt_id)
    fund = receipt.payment.commitment.fund if receipt.payment else receipt.movement.fund
    if not rules.keeps(who, fund):
        raise Http404
    return receipt


def people_granted(fund: Fund) -> int | None:
    """Return how many people got a small grant out of a fund; None where they are too few."""
    rows = fund.commitments.filter(is_small_grant=True, member__isnull=False)
    people = rows.values("member").distinct().count()
    return people if people >= FEWEST else None
