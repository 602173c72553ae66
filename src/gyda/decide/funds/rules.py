"""Who looks after money, and when a second person is needed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

from gyda.decide.funds import errors
from gyda.decide.funds.models import Commitment, Fund, FundPolicy, SmallGrant
from gyda.initiatives.models import Seat
from gyda.initiatives.rules import is_in_team
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.web.units import day

R = TypeVar("R")


def policy() -> FundPolicy:
    """Return the limits in force, or the first figures."""
    return FundPolicy.objects.in_force().first() or FundPolicy()


def keeps(who: Who | None, fund: Fund) -> bool:
    """Tell whether this person looks after the fund: stewards, and its initiative's team."""
    if not who or who.is_acting:
        return False
    return who.actor.is_steward or (
        fund.initiative is not None and is_in_team(who.actor, fund.initiative)
    )


def only_kept(who: Who, rows: Sequence[R], fund_of: Callable[[R], Fund]) -> list[R]:
    """Return those rows whose fund this person looks after, with one query for all of them."""
    if who.is_acting:
        return []
    if who.actor.is_steward:
        return list(rows)
    seats = Seat.objects.taken().filter(member=who.actor)
    teams = set(seats.values_list("initiative_id", flat=True))
    return [row for row in rows if fund_of(row).initiative_id in teams]


def require_steward(who: Who) -> None:
    if who.is_acting:
        raise errors.ActForYourself
    if not who.actor.is_steward:
        raise errors.StewardsOnly


def require_keeper(who: Who, fund: Fund) -> None:
    """Raise unless this person looks after the fund and it is open."""
    if who.is_acting:
        raise errors.ActForYourself
    if not keeps(who, fund):
        raise errors.NotYourMoney
    if fund.is_closed:
        raise errors.FundClosed


def require_running(fund: Fund, today: datetime.date) -> None:
    """Raise unless promises may be made today."""
    if not fund.from_on <= today <= fund.until_on:
        raise errors.NotItsTime(start=day(fund.from_on), end=day(fund.until_on))


def is_payee(member: Member, commitment: Commitment) -> bool:
    """Tell whether the money goes to this person, or to whom they come for."""
    if commitment.member_id and commitment.member_id == member.id:
        return True
    if commitment.is_small_grant and _asked_for(member, commitment):
        return True
    ours = member.organisation_id
    return bool(ours) and ours == commitment.organisation_id


def _asked_for(member: Member, commitment: Commitment) -> bool:
    """Tell whether this person asked for it, for a group of theirs."""
    return SmallGrant.objects.filter(commitment=commitment, member=member).exists()


def needs_second(limits: FundPolicy, pence: int, before: int) -> bool:
    """Tell whether one person may pay it alone; many small payments to one payee count together."""
    return pence + before > limits.second_above_pence
