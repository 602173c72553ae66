"""What is left of grants, and who was given hours from a pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.deliver.venues.models import GrantStep, PoolGift, PoolGrant
from gyda.deliver.venues.rules import may_run
from gyda.ledger.models import Account, Kind, Unit
from gyda.ledger.queries import Balance, balances
from gyda.people.models import Organisation
from gyda.people.who import Who

EMPTY = Balance(0, 0, 0, 0, None, None, None)


def organisation_for(who: Who, organisation_id: UUID) -> Organisation:
    """Return an organisation whose pages the reader may see."""
    if not may_run(who, organisation_id):
        raise Http404
    return get_object_or_404(Organisation, id=organisation_id)


def pools_of(organisation_id: UUID) -> dict[str, Balance]:
    """Return how the pools of an organisation stand, by unit."""
    rows = Account.objects.filter(kind=Kind.POOL, organisation_id=organisation_id)
    units = dict(rows.values_list("id", "unit"))
    found = {units[key]: balance for key, balance in balances(list(units)).items()}
    return {unit: found.get(unit, EMPTY) for unit in Unit.values}


def grants_of(organisation_id: UUID) -> QuerySet[PoolGrant]:
    """Return the organisation's grants, newest first."""
    rows = PoolGrant.objects.filter(organisation_id=organisation_id)
    return rows.select_related("organisation").order_by("-id")


def grant_or_404(who: Who, grant_id: UUID) -> PoolGrant:
    """Return a grant of an organisation whose pages the reader may see."""
    rows = PoolGrant.objects.select_related("organisation", "granted_by")
    found: PoolGrant = get_object_or_404(rows, id=grant_id)
    if not may_run(who, found.organisation_id):
        raise Http404
    return found


def steps_of(grant: PoolGrant) -> list[GrantStep]:
    return list(GrantStep.objects.filter(grant=grant).select_related("by").order_by("id"))


def left_of(grant: PoolGrant) -> tuple[int, int]:
    """Return the minutes and pence of an open grant that nobody was given yet."""
    pools = pools_of(grant.organisation_id)
    later = PoolGrant.objects.filter(
        organisation_id=grant.organisation_id, closed_at__isnull=True, id__gt=grant.id
    )
    rows = list(later.values_list("minutes", "pence"))
    return (
        left_in(grant.minutes, [row[0] for row in rows], _free(pools[Unit.MINUTES])),
        left_in(grant.pence, [row[1] for row in rows], _free(pools[Unit.PENCE])),
    )


def _free(balance: Balance) -> int:
    return balance.balance - balance.held


def left_in(granted: int, later: Sequence[int], free: int) -> int:
    """Return what is left of a grant when the oldest are used up first.

    What is free in the pool belongs to the newest grants as far as they go.

    >>> left_in(600, [], 420), left_in(600, [300], 420), left_in(600, [300], 100)
    (420, 120, 0)
    """
    return min(granted, max(free - sum(later), 0))


def gifts_of(organisation_id: UUID) -> QuerySet[PoolGift]:
    """Return to whom the organisation gave hours by itself, newest first."""
    rows = PoolGift.objects.filter(organisation_id=organisation_id)
    return rows.select_related("member", "given_by")
