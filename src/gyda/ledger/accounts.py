"""The accounts of the current hub: found, or opened when first asked for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import connection, transaction

from gyda.ledger.models import Account, Kind, LimitGroup, Pocket, Unit
from gyda.ledger.models.units import WITHOUT_FLOOR
from gyda.people.models import Hub, Member, Organisation

HOUR = 60
LANES = 64  # so many that two of a few dozen connections seldom meet in one

# A newcomer's first ask must not fail, and nobody should give until they are worn out.
MEMBERS = {
    "floor": -20 * HOUR,
    "soft_floor": -10 * HOUR,
    "soft_ceiling": 40 * HOUR,
    "ceiling": 60 * HOUR,
}
GROUP_NAME = {"name_cy": "Aelodau", "name_en": "Members"}


def member_account(member: Member, unit: str = Unit.MINUTES) -> Account:
    """Return the member's account."""
    owner = {"kind": Kind.MEMBER, "member": member, "unit": unit}
    found = Account.objects.filter(member=member, unit=unit).first()
    return found or _open(owner, _member_limits(unit))


def organisation_account(organisation: Organisation, unit: str = Unit.MINUTES) -> Account:
    """Return the organisation's account: it pays with what it was given, and all may pay it."""
    owner = {"kind": Kind.ORGANISATION, "organisation": organisation, "unit": unit}
    found = Account.objects.filter(**owner).first()
    return found or _open(owner, _wide())


def pool(organisation: Organisation, unit: str = Unit.MINUTES) -> Account:
    """Return what was granted to an organisation and is still to be given: never below nothing."""
    owner = {"kind": Kind.POOL, "organisation": organisation, "unit": unit}
    return pool_if_any(organisation, unit) or _open(owner, _wide())


def pool_if_any(organisation: Organisation, unit: str = Unit.MINUTES) -> Account | None:
    """Return the organisation's pool, or nothing when it was never granted anything."""
    return Account.objects.filter(kind=Kind.POOL, organisation=organisation, unit=unit).first()


def pot(unit: str = Unit.MINUTES) -> Account:
    """Return the community's pot."""
    return _hubs_own(Kind.POT, unit)


def issue(unit: str = Unit.MINUTES) -> Account:
    """Return the account that hours come from: the only one without a floor."""
    return _hubs_own(Kind.ISSUE, unit)


def retirement(unit: str = Unit.MINUTES) -> Account:
    """Return the account where hours end that nobody will spend again."""
    return _hubs_own(Kind.RETIREMENT, unit)


def notes(unit: str = Unit.MINUTES) -> Account:
    """Return the account of the hours that are on paper, in people's pockets."""
    return _hubs_own(Kind.NOTES, unit)


def opening(unit: str = Unit.MINUTES) -> Account:
    """Return the other side of the balances and transfers that were brought from elsewhere."""
    return _hubs_own(Kind.OPENING, unit)


def new_fund() -> Account:
    """Open an account for money that was given for a purpose: never below nothing."""
    return _open_new(Kind.FUND)


def new_promise() -> Account:
    """Open an account for what is promised to one payee out of a fund: never below nothing."""
    return _open_new(Kind.PROMISE)


@transaction.atomic
def _open_new(kind: Kind) -> Account:
    account = Account.objects.create(kind=kind, unit=Unit.PENCE, floor=0)
    Pocket.objects.bulk_create(pockets_of(account))
    return account


def partner(hub: Hub, unit: str = Unit.MINUTES) -> Account:
    """Return what we owe another hub, or it owes us: closed to all until limits are agreed."""
    owner = {"kind": Kind.PARTNER, "partner": hub, "unit": unit}
    found = Account.objects.filter(partner=hub, unit=unit).first()
    return found or _open(owner, {"floor": 0, "ceiling": 0})


def _hubs_own(kind: Kind, unit: str) -> Account:
    found = Account.objects.filter(kind=kind, unit=unit).first()
    limits = _wide() | ({"floor": None} if kind in WITHOUT_FLOOR else {})
    return found or _open({"kind": kind, "unit": unit}, limits)


@transaction.atomic
def _open(owner: dict[str, Any], limits: dict[str, Any]) -> Account:
    account, is_new = Account.objects.get_or_create(**owner, defaults=limits)
    if is_new:
        Pocket.objects.bulk_create(pockets_of(account))
    return account


def pockets_of(account: Account) -> list[Pocket]:
    """Return the pockets, not yet stored, that a new account needs."""
    lane_floor = None if account.floor is None else 0
    first = Pocket(
        hub_id=account.hub_id, account=account, floor=account.floor, ceiling=account.ceiling
    )
    lanes = (
        Pocket(hub_id=account.hub_id, account=account, number=number, floor=lane_floor)
        for number in range(1, account.lanes + 1)
    )
    return [first, *lanes]


def _wide() -> dict[str, Any]:
    # SQLite has one writer at a time, so lanes would save nobody any waiting there.
    lanes = LANES if connection.features.has_select_for_update_skip_locked else 0
    return {"floor": 0, "lanes": lanes}


def _member_limits(unit: str) -> dict[str, Any]:
    group = members_group(unit)
    return {"limits": group, **limits_of(group)}


def members_group(unit: str = Unit.MINUTES) -> LimitGroup:
    """Return the group that new members' accounts follow."""
    limits = MEMBERS if unit == Unit.MINUTES else {"floor": 0}
    group, _ = LimitGroup.objects.get_or_create(
        unit=unit, kind=Kind.MEMBER, is_default=True, defaults=GROUP_NAME | limits
    )
    return group


def limits_of(group: LimitGroup) -> dict[str, int | None]:
    """Return a group's limits as the columns of an account."""
    return {
        "floor": group.floor,
        "soft_floor": group.soft_floor,
        "soft_ceiling": group.soft_ceiling,
        "ceiling": group.ceiling,
    }
