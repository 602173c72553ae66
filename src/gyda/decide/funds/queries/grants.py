"""Small grants by who may read them: their asker, and those who look after the fund."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.decide.funds import rules
from gyda.decide.funds.models import Fund, SmallGrant
from gyda.people.who import Who

MANY = 100
WITH = ("fund__initiative", "member", "first_by", "second_by", "decision", "commitment")


def is_mine(who: Who | None, grant: SmallGrant) -> bool:
    return bool(who) and who.reaches_everything and grant.member_id == who.subject.id  # type: ignore[union-attr]


def grant_or_404(grant_id: UUID, who: Who | None) -> SmallGrant:
    """Return a small grant for its asker or its keepers; nobody else knows that it is there."""
    grant = get_object_or_404(SmallGrant.objects.select_related(*WITH), id=grant_id)
    if not (is_mine(who, grant) or rules.keeps(who, grant.fund)):
        raise Http404
    return grant


def mine(who: Who) -> list[SmallGrant]:
    """Return what this person asked for."""
    if not who.reaches_everything:
        return []
    rows = SmallGrant.objects.filter(member=who.subject).select_related("fund")
    return list(rows.order_by("-id")[:MANY])


def waiting(who: Who) -> list[SmallGrant]:
    """Return what waits for an answer in the funds that this person looks after."""
    rows = SmallGrant.objects.waiting().select_related("fund__initiative", "member")
    found = list(rows.exclude(member=who.actor).order_by("id")[:MANY])
    return rules.only_kept(who, found, lambda row: row.fund)


def giving(fund: Fund) -> bool:
    return fund.gives_small_grants and not fund.is_closed
