"""The fund that a ballot is about: what it can give at most, and until when."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from gyda.decide.ballots import errors
from gyda.decide.ballots.models import Ballot, State, Ward
from gyda.decide.funds.actions.funds import locked
from gyda.decide.funds.models import Fund
from gyda.decide.funds.queries.sums import NOTHING, of_funds
from gyda.initiatives.models import Initiative
from gyda.web.units import day, pounds

BOUND = Q(state__in=[State.OPEN, State.CLOSED]) | Q(state=State.COUNTED, decision__isnull=True)


def funds_for(initiative: Initiative | None) -> "QuerySet[Fund]":
    """Return the funds of the hub, and of the initiative, that run today."""
    today = timezone.localdate()
    rows = Fund.objects.is_open().filter(from_on__lte=today, until_on__gte=today)
    return rows.filter(Q(initiative=initiative) | Q(initiative=None)).order_by("-id")


def room_in(funds: Iterable[Fund], but: Ballot | None = None) -> dict[UUID, int]:
    """Return the pence of each fund that are free: not promised, and not on another ballot."""
    ids = [fund.id for fund in funds]
    sums = of_funds(ids)
    room = {fund_id: sums.get(fund_id, NOTHING).left for fund_id in ids}
    others = Ballot.objects.filter(BOUND, fund__in=ids)
    others = others.exclude(id=but.id) if but else others
    for fund_id, pence in others.values_list("fund_id", "pence"):
        room[fund_id] -= pence or 0
    wards = Ward.objects.filter(ballot__in=others.values("id"))
    for fund_id, pence in wards.values_list("ballot__fund_id", "pence"):
        room[fund_id] -= pence
    return {fund_id: max(pence, 0) for fund_id, pence in room.items()}


def require_room(ballot: Ballot) -> None:
    """Raise unless the fund of the ballot is open, holds all of its money, and runs as long."""
    if ballot.fund_id is None or ballot.is_plain:
        return
    fund = locked(ballot.fund_id)
    if fund.is_closed or fund.initiative_id not in (None, ballot.initiative_id):
        raise errors.NotThisFund
    if timezone.localdate(ballot.closes_at) > fund.until_on:
        raise errors.FundEndsFirst(end=day(fund.until_on))
    wards = Ward.objects.filter(ballot=ballot).aggregate(all=Sum("pence"))["all"] or 0
    room = room_in([fund], ballot)[fund.id]
    if (ballot.pence or 0) + wards > room:
        raise errors.FundHasLess(left=pounds(room))
