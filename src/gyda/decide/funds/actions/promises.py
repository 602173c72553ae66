"""Promising money to a payee by a decision, and freeing what was not spent."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from gyda.decide.decisions.models import Decision
from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.bound import check
from gyda.decide.funds.actions.funds import locked
from gyda.decide.funds.actions.moving import Move, move
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.appraising import invested
from gyda.decide.funds.models import Bid, Commitment, Fund, MovementKind, Payee
from gyda.decide.funds.proof import Proof
from gyda.decide.funds.queries.bids import lines_of
from gyda.initiatives.models import Initiative
from gyda.keys.once import once
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.people.models import Member, Organisation
from gyda.people.who import Who
from gyda.web.units import pounds


@dataclass(frozen=True)
class Promise:
    """Who is to get how much, for what; one payee, of one kind."""

    title_cy: str
    title_en: str
    pence: int
    payee: str
    organisation: Organisation | None = None
    member: Member | None = None
    name: str = ""
    initiative: Initiative | None = None
    bid: Bid | None = None

    @property
    def same(self) -> dict[str, Any]:
        """Return what a promise sent twice has in common: its payee and its sum."""
        return {
            "payee": self.payee,
            "organisation_id": self.organisation and self.organisation.id,
            "member_id": self.member and self.member.id,
            "name": self.name,
            "pence": self.pence,
        }

    def check(self) -> None:
        """Raise unless there is one payee, of the kind that is named."""
        given = (bool(self.organisation), bool(self.member), bool(self.name.strip()))
        wanted = {
            Payee.ORGANISATION: (True, False, False),
            Payee.MEMBER: (False, True, False),
            Payee.BODY: (False, False, True),
            Payee.PERSON: (False, False, True),
        }
        if wanted.get(Payee(self.payee)) != given:
            raise errors.WhichPayee


@once
@transaction.atomic
def commit(
    *,
    who: Who,
    fund: Fund,
    decision: Decision,
    promise: Promise,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Commitment:
    """Promise money of a fund to a payee, as a published decision says.

    The same key, fund, decision, payee and sum give what is stored; the same key with any other
    of these is refused.
    """
    fund, now = locked(fund.id), now or timezone.now()
    rules.require_keeper(who, fund)
    if before := stored(Commitment, key, fund_id=fund.id, decision_id=decision.id, **promise.same):
        return before
    of_this_fund(decision, fund)
    check(decision, fund, key, promise.pence)
    within(decision, promise.pence)
    return promised(who, fund, promise, now, decision=decision, key=key)


def promised(
    who: Who,
    fund: Fund,
    promise: Promise,
    now: datetime.datetime,
    *,
    decision: Decision | None,
    key: UUID | None = None,
    is_small_grant: bool = False,
) -> Commitment:
    """Move the money from the fund, which is locked, into an account of the promise's own."""
    promise.check()
    if promise.bid is not None:
        _of_this_bid(promise.bid, fund, promise)
    rules.require_running(fund, timezone.localdate(now))
    commitment = Commitment.objects.create(
        fund=fund,
        decision=decision,
        is_small_grant=is_small_grant,
        account=accounts.new_promise(),
        by=who.actor,
        at=now,
        request_key=key,
        **vars(promise),
    )
    proof = Proof(on=timezone.localdate(now))
    move(
        who.actor,
        Move(MovementKind.PROMISED, fund, promise.pence, proof, commitment=commitment),
        now,
    )
    note(who, "fund.promised", fund, commitment, pence=promise.pence)
    return commitment


def _of_this_bid(bid: Bid, fund: Fund, promise: Promise) -> None:
    """Raise unless the money of a bid is of its fund, for who asks and repays, and no more."""
    if bid.fund_id != fund.id:
        raise errors.BidElsewhere
    if promise.organisation is None or promise.organisation.id != bid.organisation_id:
        raise errors.BidElsewhere
    if promise.pence > (asked := invested(lines_of(bid))):
        raise errors.MoreThanAsked(asked=pounds(asked))


def of_this_fund(decision: Decision, fund: Fund) -> None:
    """Raise where the money of one initiative would be promised by the decision of another."""
    if fund.initiative_id and decision.initiative_id not in (None, fund.initiative_id):
        raise errors.DecisionElsewhere


def within(decision: Decision, pence: int) -> None:
    """Raise unless the decision holds, and was over so much that is not promised yet."""
    row = Decision.objects.select_for_update(of=("self",)).get(id=decision.id)
    if not row.holds or row.overruling.exists():
        raise errors.DecisionHoldsNot
    before = Commitment.objects.filter(decision__in=_with_those_before(row))
    left = (row.pence or 0) - int(before.aggregate(sum=Sum("pence"))["sum"] or 0)
    if pence > left:
        raise errors.MoreThanDecided(left=pounds(max(left, 0)))


def _with_those_before(decision: Decision) -> list[UUID]:
    """Return the decision and those that it corrected: money promised by them is promised."""
    found: list[UUID] = []
    step: Decision | None = decision
    while step is not None:
        found.append(step.id)
        step = Decision.objects.get(id=step.replaces_id) if step.replaces_id else None
    return found


def was_overruled(decision_id: UUID) -> bool:
    """Tell whether a decision, or the one that took its place, was set aside."""
    step: Decision | None = Decision.objects.get(id=decision_id)
    while step is not None and step.replaced_by_id:
        step = Decision.objects.get(id=step.replaced_by_id)
    return step is not None and step.overruling.exists()


@transaction.atomic
def free(
    *,
    who: Who,
    commitment_id: UUID,
    because: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Commitment:
    """Put what was not spent back into the fund; the promise has come to its end."""
    now, commitment = now or timezone.now(), held(who, commitment_id)
    if not because.strip():
        raise errors.WithoutReason
    if commitment.payments.waiting().exists():
        raise errors.PaymentsWait
    left = balance_of(commitment.account_id).balance
    proof = Proof(on=timezone.localdate(now), words=because, language=language)
    what = Move(MovementKind.FREED, commitment.fund, left, proof, commitment=commitment)
    if left:
        move(who.actor, what, now)
    Commitment.objects.filter(id=commitment.id).update(ended_at=now)
    commitment.refresh_from_db()
    note(who, "fund.freed", commitment.fund, commitment, pence=left)
    return commitment


def held(who: Who, commitment_id: UUID) -> Commitment:
    """Return a promise that goes on, locked, for somebody who looks after it.

    Its fund is locked first: two payments to one payee out of two promises wait for each other.
    """
    locked(Commitment.objects.values_list("fund_id", flat=True).get(id=commitment_id))
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("fund__initiative")
    commitment = rows.get(id=commitment_id)
    rules.require_keeper(who, commitment.fund)
    if commitment.ended_at is not None:
        raise errors.SettledAlready
    return commitment
