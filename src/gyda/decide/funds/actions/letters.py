"""Letters about money, each in the language of its reader."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from gyda.decide.funds.models import Fund, Payment, SmallGrant
from gyda.initiatives.models import Seat
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.models.member import Role, State

MOST = 50


def keepers(fund: Fund) -> list[Member]:
    """Return those who look after a fund: the stewards, and its initiative's team."""
    found = {one.id: one for one in stewards()}
    if fund.initiative_id:
        rows = Member.objects.filter(state=State.ACTIVE).select_related("person")
        seats = Seat.objects.taken().filter(initiative=fund.initiative_id).values("member")
        found |= {one.id: one for one in rows.filter(id__in=seats).order_by("id")[:MOST]}
    return list(found.values())


def stewards() -> list[Member]:
    rows = Member.objects.filter(state=State.ACTIVE, role=Role.STEWARD).select_related("person")
    return list(rows.order_by("id")[:MOST])


def tell_stewards(kind: str, *, but: Member, about_id: UUID, **words: Any) -> None:
    """Write to the stewards, but not to who did it."""
    for member in stewards():
        if member.id != but.id:
            write_to(member, kind, about_id=about_id, **words)


def tell_keepers(fund: Fund, kind: str, *, but: Member, **words: Any) -> None:
    """Write to those who look after the fund, but not to who did it."""
    for member in keepers(fund):
        if member.id != but.id:
            write_to(member, kind, about_id=fund.id, fund=fund, **words)


def tell_payee(payment: Payment) -> None:
    """Write to a member who was paid."""
    payee = payment.commitment.member
    if payee is not None and payee.is_active:
        write_to(
            payee, "fund_paid", about_id=payment.commitment_id, payment=payment,
            fund=payment.commitment.fund,
        )  # fmt: skip


def tell_asker(grant: SmallGrant) -> None:
    """Write to who asked for a small grant: yes or no, and why."""
    if grant.member.is_active:
        write_to(grant.member, "grant_answered", about_id=grant.id, grant=grant, fund=grant.fund)
