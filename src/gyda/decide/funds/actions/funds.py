"""A fund from its opening to its end: what comes in, and what goes back to the giver."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.moving import Move, keep_receipt, move
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Commitment, Fund, Movement, MovementKind
from gyda.decide.funds.proof import Proof
from gyda.initiatives.models import Initiative
from gyda.keys.once import once
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.people.models import Organisation
from gyda.people.who import Who
from gyda.web.pictures.anew import Made
from gyda.web.units import pounds

COMES_BACK = (MovementKind.REFUNDED, MovementKind.REPAID)


@dataclass(frozen=True)
class Terms:
    """Who gives how much, for what, on which conditions, from when until when."""

    giver: Organisation
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    conditions_cy: str
    conditions_en: str
    pence: int
    from_on: datetime.date
    until_on: datetime.date
    initiative: Initiative | None = None
    gives_small_grants: bool = False


@once
@transaction.atomic
def open_fund(
    *, who: Who, terms: Terms, key: UUID | None = None, now: datetime.datetime | None = None
) -> Fund:
    """Write down what was granted; nothing is in it yet."""
    said = {"giver_id": terms.giver.id, "pence": terms.pence, "title_en": terms.title_en}
    if before := stored(Fund, key, **said):
        return before
    rules.require_steward(who)
    fund = Fund.objects.create(
        account=accounts.new_fund(),
        by=who.actor,
        opened_at=now or timezone.now(),
        request_key=key,
        **vars(terms),
    )
    note(who, "fund.opened", fund, pence=fund.pence)
    return fund


def receive(
    *,
    who: Who,
    fund_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Movement:
    """Write down what came in of what was granted."""
    proof.check()
    return _receive(who, fund_id, pence, proof, proof.looked_into(), key, now or timezone.now())


@once
@transaction.atomic
def _receive(
    who: Who,
    fund_id: UUID,
    pence: int,
    proof: Proof,
    seen: Made | bytes | None,
    key: UUID | None,
    now: datetime.datetime,
) -> Movement:
    if before := stored(Movement, key, kind=MovementKind.RECEIVED, fund_id=fund_id, pence=pence):
        return before
    fund = locked(fund_id)
    rules.require_steward(who)
    if fund.is_closed:
        raise errors.FundClosed
    left = fund.pence - came_in(fund)
    if pence > left:
        raise errors.MoreThanGranted(left=pounds(left))
    line = move(who.actor, Move(MovementKind.RECEIVED, fund, pence, proof, key=key), now)
    note(who, "fund.received", fund, pence=pence)
    keep_receipt(who.actor, proof, seen, now, movement=line)
    return line


@transaction.atomic
def close_fund(*, who: Who, fund_id: UUID, now: datetime.datetime | None = None) -> Fund:
    """Close the book of a fund: nothing is left in it, nothing is promised any more."""
    fund = locked(fund_id)
    rules.require_steward(who)
    if fund.is_closed:
        raise errors.FundClosed
    if fund.commitments.filter(ended_at__isnull=True).exists():
        raise errors.PromisesStand
    if any(still_out(one) for one in fund.commitments.filter(bid__isnull=False)):
        raise errors.RepaymentsStand
    if left := balance_of(fund.account_id).balance:
        raise errors.StillInIt(left=pounds(left))
    Fund.objects.filter(id=fund.id).update(closed_at=now or timezone.now())
    fund.refresh_from_db()
    note(who, "fund.closed", fund)
    return fund


def locked(fund_id: UUID) -> Fund:
    """Return the fund, and let nobody else change what hangs on it meanwhile."""
    return Fund.objects.select_for_update(of=("self",)).select_related("initiative").get(id=fund_id)


def came_in(fund: Fund) -> int:
    """Return what the giver has paid in."""
    rows = Movement.objects.filter(fund=fund, kind=MovementKind.RECEIVED)
    return int(rows.aggregate(sum=Sum("pence"))["sum"] or 0)


def still_out(commitment: Commitment) -> int:
    """Return what was paid and has not come back in any way."""
    rows = Movement.objects.filter(commitment=commitment)
    sums = rows.aggregate(
        paid=Sum("pence", filter=Q(kind=MovementKind.PAID)),
        back=Sum("pence", filter=Q(kind__in=COMES_BACK)),
    )
    return int(sums["paid"] or 0) - int(sums["back"] or 0)
