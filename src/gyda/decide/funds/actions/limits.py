"""The hub's own limits: stricter at once, looser only once another steward agrees."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.letters import tell_stewards
from gyda.decide.funds.models import FundPolicy
from gyda.journal.actions import record
from gyda.people.models import Hub
from gyda.people.who import Who

NAMES = ("second_above_pence", "grant_most_pence", "stewards_most_pence")


@transaction.atomic
def set_limits(
    *,
    who: Who,
    second_above_pence: int,
    grant_most_pence: int,
    stewards_most_pence: int,
    now: datetime.datetime | None = None,
) -> FundPolicy:
    """Set when a second person is needed, and how small a small grant is.

    Whoever would raise a limit could use it alone; so what raises one waits for a second yes.
    """
    _locked(who)
    limits: dict[str, Any] = dict(
        zip(NAMES, (second_above_pence, grant_most_pence, stewards_most_pence), strict=True)
    )
    if stewards_most_pence > grant_most_pence:
        raise errors.LimitsOutOfOrder
    held, now = rules.policy(), now or timezone.now()
    loosens = any(pence > getattr(held, name) for name, pence in limits.items())
    if loosens and FundPolicy.objects.waiting().exists():
        raise errors.ChangeWaits
    when = None if loosens else now
    change = FundPolicy.objects.create(
        by=who.actor, at=now, loosens=loosens, holds_from=when, **limits
    )
    record(by=who, verb=_verb(loosens), about=change, public=True, **limits)
    if loosens:
        tell_stewards("fund_limits_wait", but=who.actor, about_id=change.id, change=change)
    return change


def _verb(loosens: bool) -> str:
    return "fund.limits_asked" if loosens else "fund.limits_set"


@transaction.atomic
def agree(*, who: Who, change_id: UUID, now: datetime.datetime | None = None) -> FundPolicy:
    """Say yes as another steward: from now on it holds."""
    change = _waits(who, change_id)
    if change.by_id == who.actor.id:
        raise errors.SecondPerson
    _settle(who, change, holds_from=now or timezone.now())
    record(by=who, verb="fund.limits_set", about=change, public=True, **_figures(change))
    return change


@transaction.atomic
def drop(*, who: Who, change_id: UUID, now: datetime.datetime | None = None) -> FundPolicy:
    """Say no to a change that waits, or take one's own back; it stays in the history."""
    change = _waits(who, change_id)
    _settle(who, change, ended_at=now or timezone.now())
    record(by=who, verb="fund.limits_dropped", about=change, public=True)
    return change


def _waits(who: Who, change_id: UUID) -> FundPolicy:
    _locked(who)
    change = FundPolicy.objects.get(id=change_id)
    if change.holds_from is not None or change.ended_at is not None:
        raise errors.SettledAlready
    return change


def _locked(who: Who) -> None:
    """Let one change of the hub's limits go after the other."""
    rules.require_steward(who)
    Hub.objects.select_for_update(of=("self",), no_key=True).get(id=who.hub_id)


def _settle(who: Who, change: FundPolicy, **when: Any) -> None:
    FundPolicy.objects.filter(id=change.id).update(settled_by=who.actor, **when)
    change.refresh_from_db()


def _figures(change: FundPolicy) -> dict[str, Any]:
    return {name: getattr(change, name) for name in NAMES}
