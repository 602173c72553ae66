"""What is held on a member about money: handed over, and erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F, Q

from gyda.decide.funds.models import (
    Bid,
    Commitment,
    Fund,
    FundPolicy,
    GivingBack,
    Movement,
    Payment,
    RateSetting,
    Receipt,
    SmallGrant,
)
from gyda.keys.personal_data import Export
from gyda.people.data import keep, register
from gyda.people.models import Member
from gyda.web.pictures import kept

Rows = list[dict[str, Any]]


def export_commitments(member: Member) -> Rows:
    """Return what was promised to the member."""
    rows = Commitment.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", "pence", "at")]


def export_payments(member: Member) -> Rows:
    """Return what the member was paid, asked for in the hub's name, or settled."""
    theirs = Q(commitment__member=member) | Q(asked_by=member) | Q(settled_by=member)
    rows = Payment.objects.filter(theirs).order_by("id")
    names = ("pence", "words", "language", "state", "asked_at")
    return [dict(row) for row in rows.values(*names, on=F("paid_on"))]


def forget_payments(member: Member) -> None:
    """Forget the words and files about what the member was paid; the sums stay in the book."""
    for receipt in Receipt.objects.filter(_about(member)):
        kept.forget(receipt)
        receipt.delete()
    Payment.objects.filter(commitment__member=member).update(words="", reference="")
    Movement.objects.filter(commitment__member=member).update(words="", reference="")


def _about(member: Member) -> Q:
    return Q(payment__commitment__member=member) | Q(movement__commitment__member=member)


def export_grants(member: Member) -> Rows:
    """Return the small grants the member asked for, and what was answered."""
    rows = SmallGrant.objects.filter(member=member).order_by("id")
    names = ("what", "gains", "language", "pence", "state", "reason_cy", "reason_en", "asked_at")
    return [dict(row) for row in rows.values(*names)]


def forget_grants(member: Member) -> None:
    """Forget the words of the asker; what was granted stays in the book without a name."""
    SmallGrant.objects.filter(member=member).update(what="", gains="")


def _export_deeds(model: Any) -> Export:
    """Return what hands over which rows of a table the member wrote; the words are the hub's."""
    return lambda member: list(model.objects.filter(by=member).order_by("id").values("id"))


def register_all() -> None:
    """Declare them; who moved money in the hub's name stays on the line that says so."""
    register(Commitment, export=export_commitments, erase=keep)
    register(Payment, export=export_payments, erase=forget_payments)
    register(SmallGrant, export=export_grants, erase=forget_grants)
    for model in (Fund, FundPolicy, GivingBack, Movement, Receipt, RateSetting, Bid):
        register(model, export=_export_deeds(model), erase=keep)
