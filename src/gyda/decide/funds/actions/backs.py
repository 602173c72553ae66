"""Money that comes back: a refund of what was paid, a repayment of what was invested."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.funds import locked, still_out
from gyda.decide.funds.actions.moving import Move, keep_receipt, move
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Commitment, Movement, MovementKind
from gyda.decide.funds.proof import Proof
from gyda.keys.once import once
from gyda.people.who import Who
from gyda.web.pictures.anew import Made
from gyda.web.units import pounds

VERBS = {MovementKind.REFUNDED: "fund.refunded", MovementKind.REPAID: "fund.repaid"}


def refund(
    *,
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Movement:
    """Write down what a payee handed back: it is promised again, to be paid or freed."""
    return _checked(MovementKind.REFUNDED, who, commitment_id, pence, proof, key, now)


def repay(
    *,
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Movement:
    """Write down what was repaid of an investment: it is in the fund again, for the next bid."""
    return _checked(MovementKind.REPAID, who, commitment_id, pence, proof, key, now)


def _checked(
    kind: MovementKind,
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None,
    now: datetime.datetime | None,
) -> Movement:
    proof.check()
    return _back(kind, who, commitment_id, pence, proof, proof.looked_into(), key, now)


@once
@transaction.atomic
def _back(
    kind: MovementKind,
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    seen: Made | bytes | None,
    key: UUID | None,
    now: datetime.datetime | None,
) -> Movement:
    if before := stored(Movement, key, kind=kind, commitment_id=commitment_id, pence=pence):
        return before
    now, commitment = now or timezone.now(), _of_keeper(who, commitment_id, kind)
    left = still_out(commitment)
    if pence > left:
        problem = errors.TooMuchToRepay if kind == MovementKind.REPAID else errors.NotSoMuchPaid
        raise problem(left=pounds(left))
    what = Move(kind, commitment.fund, pence, proof, commitment=commitment, key=key)
    line = move(who.actor, what, now)
    if kind == MovementKind.REFUNDED:
        Commitment.objects.filter(id=commitment.id).update(ended_at=None)
    note(who, VERBS[kind], commitment.fund, commitment, pence=pence)
    keep_receipt(who.actor, proof, seen, now, movement=line)
    return line


def _of_keeper(who: Who, commitment_id: UUID, kind: MovementKind) -> Commitment:
    """Return the promise with its fund locked too: a fund that closes now gets nothing back."""
    locked(Commitment.objects.values_list("fund_id", flat=True).get(id=commitment_id))
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("fund__initiative")
    commitment = rows.get(id=commitment_id)
    rules.require_keeper(who, commitment.fund)
    if rules.is_payee(who.actor, commitment):
        raise errors.OwnPayment
    if kind == MovementKind.REPAID and commitment.bid_id is None:
        raise errors.FundError
    return commitment
