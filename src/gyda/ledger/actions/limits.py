"""How far accounts may go: decided for a group or for one account, and applied to what is there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from gyda.journal.actions import record
from gyda.ledger.accounts import limits_of
from gyda.ledger.errors import LedgerError
from gyda.ledger.models import Account, LimitGroup, Pocket
from gyda.people.who import Who


class OutOfOrder(LedgerError):
    """A soft limit beyond the hard one, or a floor above the ceiling."""

    message = _("The limits must go up from one to the next, with the gentle ones inside.")


class StewardsOnly(LedgerError):
    """Limits are rules of the hub."""

    message = _("Only a steward can change limits.")


@dataclass(frozen=True)
class Limits:
    """What is asked for, in whole minutes or pence; None: no such limit."""

    floor: int
    soft_floor: int | None = None
    soft_ceiling: int | None = None
    ceiling: int | None = None

    @property
    def are_in_order(self) -> bool:
        given = [self.floor, self.soft_floor, self.soft_ceiling, self.ceiling]
        rising = [limit for limit in given if limit is not None]
        return rising == sorted(rising)


@transaction.atomic
def set_group_limits(*, who: Who, group: LimitGroup, limits: Limits) -> LimitGroup:
    """Change the limits of all accounts that follow the group."""
    _check(who, limits)
    LimitGroup.objects.filter(id=group.id).update(**asdict(limits))
    group.refresh_from_db()
    Account.objects.filter(limits=group).update(**limits_of(group))
    _apply(Q(account__limits=group))
    record(by=who, verb="limits.changed", about=group, public=True, **asdict(limits))
    return group


@transaction.atomic
def set_limits(*, who: Who, account: Account, limits: Limits) -> Account:
    """Give one account limits of its own."""
    _check(who, limits)
    Account.objects.filter(id=account.id).update(limits=None, **asdict(limits))
    return _applied(who, account)


@transaction.atomic
def follow_group(*, who: Who, account: Account, group: LimitGroup) -> Account:
    """Let an account follow a group's limits."""
    _check(who)
    Account.objects.filter(id=account.id).update(limits=group, **limits_of(group))
    return _applied(who, account)


def apply_limits() -> int:
    """Apply the limits that waited until a balance allowed them; say how many moved."""
    return _apply(Q(floor__lt=F("account__floor")) | Q(ceiling__gt=F("account__ceiling")))


def lift_limits(accounts: Collection[UUID]) -> None:
    """Let what has happened elsewhere be entered, whatever was decided here since.

    Whoever lifts limits puts them back with restore_limits; where a balance does not allow them
    by then, they follow as soon as it does.
    """
    pockets = Pocket.objects.filter(account_id__in=accounts, number=0)
    pockets.update(floor=None, ceiling=None)


def restore_limits(accounts: Collection[UUID]) -> None:
    """Put the decided limits back, as far as the balances allow."""
    _apply(Q(account_id__in=accounts))


def set_partner_limits(*, account: Account, floor: int, ceiling: int) -> None:
    """Set how much may be owed either way, as two hubs have agreed it."""
    Account.objects.filter(id=account.id).update(floor=floor, ceiling=ceiling)
    _apply(Q(account=account))


def _applied(who: Who, account: Account) -> Account:
    _apply(Q(account=account))
    account.refresh_from_db()
    record(by=who, verb="account.limited", about=account)
    return account


def _check(who: Who, limits: Limits | None = None) -> None:
    if not who.actor.is_steward:
        raise StewardsOnly
    if limits and not limits.are_in_order:
        raise OutOfOrder


def _apply(which: Q) -> int:
    # As far as the balance allows; the rest is applied by the tick once it does.
    keys = Pocket.objects.filter(which, number=0).values("id")
    floor, ceiling = _decided("floor"), _decided("ceiling")
    return Pocket.objects.filter(id__in=keys).update(
        floor=_unless_null(floor, Least(floor, F("balance") - F("held"))),
        ceiling=_unless_null(ceiling, Greatest(ceiling, F("balance") + F("due"))),
    )


def _decided(column: str) -> Subquery:
    accounts = Account.objects.filter(hub_id=OuterRef("hub_id"), id=OuterRef("account_id"))
    return Subquery(accounts.values(column), output_field=BigIntegerField())


def _unless_null(limit: Subquery, value: Least | Greatest) -> Case:
    return Case(When(Q(_is_null(limit)), then=None), default=value)


def _is_null(limit: Subquery) -> Q:
    from django.db.models.lookups import IsNull

    return Q(IsNull(limit, True))
