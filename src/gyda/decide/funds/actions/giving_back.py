"""Giving back to the giver what is neither promised nor paid: above the limit by two stewards."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.funds import locked
from gyda.decide.funds.actions.letters import tell_stewards
from gyda.decide.funds.actions.moving import Move, keep_receipt, move
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Fund, GivingBack, Movement, MovementKind
from gyda.decide.funds.models.giving_back import LAPSES
from gyda.decide.funds.proof import Proof
from gyda.keys.once import once
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.web.pictures.anew import Made
from gyda.web.units import pounds


def give_back(
    *,
    who: Who,
    fund_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Movement | None:
    """Write down that it went back; nothing moves yet where another steward must write it too."""
    proof.check()
    return _give_back(who, fund_id, pence, proof, proof.looked_into(), key, now or timezone.now())


@once
@transaction.atomic
def _give_back(
    who: Who,
    fund_id: UUID,
    pence: int,
    proof: Proof,
    seen: Made | bytes | None,
    key: UUID | None,
    now: datetime.datetime,
) -> Movement | None:
    fund = locked(fund_id)
    rules.require_steward(who)
    if before := stored(Movement, key, kind=MovementKind.RETURNED, fund_id=fund_id, pence=pence):
        return before
    if fund.is_closed:
        raise errors.FundClosed
    first = _written_by_another(fund, who.actor, pence, now)
    if first is None and rules.needs_second(rules.policy(), pence, _went_back(fund)):
        _write_first(who, fund, pence, now)
        return None
    line = move(who.actor, Move(MovementKind.RETURNED, fund, pence, proof, key=key), now)
    if first is not None:
        GivingBack.objects.filter(id=first.id).update(second_by=who.actor, movement=line)
    note(who, "fund.returned", fund, pence=pence)
    keep_receipt(who.actor, proof, seen, now, movement=line)
    return line


def _written_by_another(
    fund: Fund, me: Member, pence: int, now: datetime.datetime
) -> GivingBack | None:
    rows = GivingBack.objects.filter(fund=fund, pence=pence, movement=None, at__gt=now - LAPSES)
    return rows.exclude(by=me).order_by("id").first()


def _write_first(who: Who, fund: Fund, pence: int, now: datetime.datetime) -> None:
    """Keep it until another steward writes down the same sum; a further one takes its place."""
    if pence > (left := balance_of(fund.account_id).balance):
        raise errors.NotSoMuchLeft(left=pounds(left))
    GivingBack.objects.update_or_create(
        fund=fund, by=who.actor, movement=None, defaults={"pence": pence, "at": now}
    )
    note(who, "fund.return_asked", fund, pence=pence)
    tell_stewards("fund_return_waits", but=who.actor, about_id=fund.id, fund=fund, pence=pence)


def _went_back(fund: Fund) -> int:
    rows = Movement.objects.filter(fund=fund, kind=MovementKind.RETURNED)
    return int(rows.aggregate(sum=Sum("pence"))["sum"] or 0)
