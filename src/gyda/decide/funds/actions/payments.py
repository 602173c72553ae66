"""Paying: asked for with evidence; by one person or by two, as the hub's rule says."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.letters import tell_keepers, tell_payee
from gyda.decide.funds.actions.moving import Move, keep_receipt, move
from gyda.decide.funds.actions.promises import held, was_overruled
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Commitment, MovementKind, Payment, PaymentState
from gyda.decide.funds.proof import Proof
from gyda.keys.once import once
from gyda.ledger.queries import balance_of
from gyda.people.who import Who
from gyda.web.pictures.anew import Made
from gyda.web.units import pounds

COUNTING = (PaymentState.ASKED, PaymentState.PAID)


def pay(
    *,
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Payment:
    """Pay at once, or have it wait for a second person where it is above the hub's limit."""
    proof.check()
    seen = proof.looked_into()
    return _pay(who, commitment_id, pence, proof, seen, key, now or timezone.now())


@once
@transaction.atomic
def _pay(
    who: Who,
    commitment_id: UUID,
    pence: int,
    proof: Proof,
    seen: Made | bytes | None,
    key: UUID | None,
    now: datetime.datetime,
) -> Payment:
    commitment = held(who, commitment_id)
    if made := stored(Payment, key, commitment_id=commitment_id, pence=pence):
        return made
    _may_pay(who, commitment)
    before = _before(commitment)
    left = balance_of(commitment.account_id).balance - _waiting(commitment)
    if pence > left:
        raise errors.NotSoMuchLeft(left=pounds(max(left, 0)))
    payment = Payment.objects.create(
        commitment=commitment,
        pence=pence,
        paid_on=proof.on,
        words=proof.words.strip(),
        language=proof.language,
        reference=proof.reference.strip(),
        needs_second=rules.needs_second(rules.policy(), pence, before),
        asked_by=who.actor,
        asked_at=now,
        request_key=key,
    )
    _wait_or_settle(who, payment, now)
    keep_receipt(who.actor, proof, seen, now, payment=payment)
    return payment


def _wait_or_settle(who: Who, payment: Payment, now: datetime.datetime) -> None:
    if not payment.needs_second:
        _settle(who, payment, now)
        return
    fund = payment.commitment.fund
    note(who, "fund.payment_asked", fund, payment.commitment, public=False, pence=payment.pence)
    tell_keepers(fund, "fund_payment_waits", but=who.actor, payment=payment)


@transaction.atomic
def approve(*, who: Who, payment_id: UUID, now: datetime.datetime | None = None) -> Payment:
    """Say yes as the second person: the money moves."""
    payment = _waits(who, payment_id)
    _may_pay(who, payment.commitment)
    if payment.asked_by_id == who.actor.id:
        raise errors.SecondPerson
    _settle(who, payment, now or timezone.now())
    return payment


@transaction.atomic
def refuse(
    *, who: Who, payment_id: UUID, because: str, now: datetime.datetime | None = None
) -> Payment:
    """Say no, and why; nothing moves."""
    payment = _waits(who, payment_id)
    _not_oneself(who, payment.commitment)
    if payment.asked_by_id == who.actor.id:
        raise errors.SecondPerson
    if not because.strip():
        raise errors.WithoutReason
    _end(who, payment, PaymentState.REFUSED, now or timezone.now(), because.strip())
    fund = payment.commitment.fund
    note(who, "fund.payment_refused", fund, payment.commitment, public=False)
    tell_keepers(fund, "fund_payment_refused", but=who.actor, payment=payment)
    return payment


@transaction.atomic
def take_back(*, who: Who, payment_id: UUID, now: datetime.datetime | None = None) -> Payment:
    """Take one's own asking back."""
    payment = _waits(who, payment_id)
    if payment.asked_by_id != who.actor.id:
        raise errors.NotYourMoney
    _end(who, payment, PaymentState.WITHDRAWN, now or timezone.now())
    note(who, "fund.payment_taken_back", payment.commitment.fund, payment.commitment, public=False)
    return payment


def _settle(who: Who, payment: Payment, now: datetime.datetime) -> None:
    commitment = payment.commitment
    proof = Proof(payment.paid_on, payment.words, payment.language, payment.reference)
    what = Move(MovementKind.PAID, commitment.fund, payment.pence, proof, commitment, payment)
    _end(who, payment, PaymentState.PAID, now)
    move(who.actor, what, now)
    note(who, "fund.paid", commitment.fund, commitment, pence=payment.pence)
    tell_payee(payment)


def _end(who: Who, payment: Payment, state: str, now: datetime.datetime, because: str = "") -> None:
    Payment.objects.filter(id=payment.id).update(
        state=state, settled_by=who.actor, settled_at=now, because=because
    )
    payment.refresh_from_db(fields=["state", "settled_by", "settled_at", "because"])


def _waits(who: Who, payment_id: UUID) -> Payment:
    commitment_id = Payment.objects.values_list("commitment_id", flat=True).get(id=payment_id)
    commitment = held(who, commitment_id)
    payment = Payment.objects.select_for_update(of=("self",)).get(id=payment_id)
    payment.commitment = commitment
    if payment.state != PaymentState.ASKED:
        raise errors.SettledAlready
    return payment


def _not_oneself(who: Who, commitment: Commitment) -> None:
    if rules.is_payee(who.actor, commitment):
        raise errors.OwnPayment


def _may_pay(who: Who, commitment: Commitment) -> None:
    _not_oneself(who, commitment)
    if commitment.decision_id and was_overruled(commitment.decision_id):
        raise errors.DecisionOverruled


def _before(commitment: Commitment) -> int:
    """Return what this payee got of the fund, by whichever promise and under whichever name."""
    others = Commitment.objects.filter(fund=commitment.fund_id)
    others = others.select_related("organisation", "member")
    ours = rules.names_of(commitment)
    same = [one.id for one in others if rules.names_of(one) & ours]
    rows = Payment.objects.filter(commitment__in=same, state__in=COUNTING)
    return int(rows.aggregate(sum=Sum("pence"))["sum"] or 0)


def _waiting(commitment: Commitment) -> int:
    return int(commitment.payments.waiting().aggregate(sum=Sum("pence"))["sum"] or 0)
