"""Grants to an organisation's pool: given, changed and closed, each with its reason."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import Words
from gyda.deliver.venues.actions.notify import tell_organisation
from gyda.deliver.venues.errors import GivenAlready, GrantClosed, NothingGranted
from gyda.deliver.venues.models import GrantStep, PoolGrant
from gyda.deliver.venues.models.pool import StepKind
from gyda.deliver.venues.queries.pools import left_of
from gyda.deliver.venues.rules import require_reason, require_steward
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Unit
from gyda.people.models import Organisation
from gyda.people.who import Who

POOL_GRANT = "POOL_GRANT"
Budget = tuple[int, int]  # minutes, pence


@once
@transaction.atomic
def grant_pool(
    *,
    who: Who,
    organisation: Organisation,
    budget: Budget,
    words: Words,
    key: UUID,
    until_on: datetime.date | None = None,
    now: datetime.datetime | None = None,
) -> PoolGrant:
    """Grant an organisation hours to give, and perhaps the money behind them."""
    if stored := PoolGrant.objects.filter(request_key=key).first():
        return stored
    require_steward(who)
    require_reason(words.text)
    if not any(budget):
        raise NothingGranted
    now = now or timezone.now()
    minutes, pence = budget
    grant = PoolGrant.objects.create(
        organisation=organisation, minutes=minutes, pence=pence, until_on=until_on,
        granted_by=who.actor, granted_at=now, request_key=key,
    )  # fmt: skip
    _step(who, grant, StepKind.GRANTED, budget, words, now)
    tell_organisation(organisation.id, "pool_granted", grant.id, but=who.actor, grant=grant)
    return grant


@transaction.atomic
def change_grant(
    *,
    who: Who,
    grant_id: UUID,
    budget: Budget,
    words: Words,
    now: datetime.datetime | None = None,
) -> PoolGrant:
    """Make a grant larger or smaller; what was given to people already stays given."""
    grant = _open_grant(who, grant_id, words)
    change = (budget[0] - grant.minutes, budget[1] - grant.pence)
    if not any(change):
        return grant
    grant.minutes, grant.pence = budget
    grant.save(update_fields=["minutes", "pence"])
    _step(who, grant, StepKind.CHANGED, change, words, now or timezone.now())
    return grant


@transaction.atomic
def close_grant(
    *, who: Who, grant_id: UUID, words: Words, now: datetime.datetime | None = None
) -> PoolGrant:
    """End a grant: what is left of it, oldest grants used first, leaves the pool."""
    grant = _open_grant(who, grant_id, words)
    minutes, pence = left_of(grant)
    grant.closed_at = now or timezone.now()
    grant.save(update_fields=["closed_at"])
    _step(who, grant, StepKind.CLOSED, (-minutes, -pence), words, grant.closed_at)
    return grant


def _open_grant(who: Who, grant_id: UUID, words: Words) -> PoolGrant:
    require_steward(who)
    require_reason(words.text)
    rows = PoolGrant.objects.select_for_update(of=("self",)).select_related("organisation")
    grant = rows.get(id=grant_id)
    if grant.closed_at:
        raise GrantClosed
    return grant


def _step(
    who: Who, grant: PoolGrant, kind: StepKind, change: Budget, words: Words, now: datetime.datetime
) -> None:
    """Move what changed on the ledger, and keep the reason beside it."""
    for amount, unit in zip(change, (Unit.MINUTES, Unit.PENCE), strict=True):
        _move(grant.organisation, amount, unit)
    said = {"because": words.text, "because_language": words.language}
    minutes, pence = change
    GrantStep.objects.create(
        grant=grant, kind=kind, minutes=minutes, pence=pence, by=who.actor, at=now, **said
    )
    record(
        by=who,
        verb=f"pool.{kind.lower()}",
        about=grant,
        organisation=str(grant.organisation_id),
        minutes=minutes,
        pence=pence,
    )


def _move(organisation: Organisation, amount: int, unit: Unit) -> None:
    if not amount:
        return
    ends = [accounts.issue(unit=unit).id, accounts.pool(organisation, unit=unit).id]
    debit, credit = ends if amount > 0 else reversed(ends)
    try:
        ledger.transfer(
            key=uuid7(), debit=debit, credit=credit, amount=abs(amount), kind=POOL_GRANT
        )
    except NotEnough as error:
        raise GivenAlready from error
