"""Who looks after money, and when a second person is needed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import unicodedata
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
    if ours and ours == commitment.organisation_id:
        return True
    return mark(commitment.name) in _own_names(member)


def _own_names(member: Member) -> set[str]:
    """Return the names under which a member, or whom they come for, could be paid outside."""
    body = member.organisation
    names = (member.name, body and body.name_cy, body and body.name_en)
    return {mark(name) for name in names if name}


def names_of(commitment: Commitment) -> set[str]:
    """Return by what a payee is known again, whichever way the promise names them."""
    if commitment.member_id:
        return {str(commitment.member_id), mark(commitment.payee_name)}
    if (body := commitment.organisation) is not None:
        return {str(body.id), mark(body.name_cy), mark(body.name_en)}
    return {mark(commitment.name)}


def mark(name: str) -> str:
    """Return a name without what is easily written otherwise: case, accents, spaces, dots.

    >>> mark("Siop Siân") == mark("SIOP  Sian.")
    True
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(one for one in plain if one.isalnum())


def _asked_for(member: Member, commitment: Commitment) -> bool:
    """Tell whether this person asked for it, for a group of theirs."""
    return SmallGrant.objects.filter(commitment=commitment, member=member).exists()


def needs_second(limits: FundPolicy, pence: int, before: int) -> bool:
    """Tell whether one person may pay it alone; many small payments to one payee count together."""
    return pence + before > limits.second_above_pence
