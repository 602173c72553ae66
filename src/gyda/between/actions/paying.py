"""The first step of a crossing: hours are held for someone, or for a debt, of another hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.between.actions.crossing import NEVER
from gyda.between.actions.pacts import stewards_only
from gyda.between.errors import MoreThanOwed, NoPact, NotOneself, SentDifferently
from gyda.between.models import Crossing, Pact, Side, State, Why
from gyda.between.transfer_kinds import ACROSS, SETTLED
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.queries import balance_of
from gyda.people.models import Hub
from gyda.people.who import Who


@dataclass(frozen=True, kw_only=True)
class Sum:
    """How much, in what words; the key makes a form sent twice one payment."""

    key: UUID
    minutes: int
    words: str = ""
    language: str = "cy"


@dataclass(frozen=True)
class Receiver:
    """Someone of another hub, as that hub showed them."""

    id: UUID
    person_id: UUID | None
    name: str


@transaction.atomic
def hold_for(*, who: Who, partner: Hub, receiver: Receiver, what: Sum) -> Crossing:
    """Hold hours of the subject for someone of an agreed hub."""
    if receiver.person_id in (who.subject.person_id, who.actor.person_id):
        raise NotOneself
    pact = Pact.objects.filter(partner=partner).first()
    if pact is None or not pact.stands:
        raise NoPact
    before = _sent(what.key)
    if before:
        if (before.other, before.minutes) != (receiver.id, what.minutes):
            raise SentDifferently
        return before
    debit = accounts.member_account(who.subject)
    row = _hold(who, partner, what, debit.id, Why.PAYMENT, receiver)
    record(
        by=who,
        verb="between.sent",
        about=row,
        partner=partner.slug,
        minutes=what.minutes,
        member=str(who.subject.id),
    )
    return row


@transaction.atomic
def hold_to_settle(*, who: Who, partner: Hub, what: Sum, from_pot: bool) -> Crossing:
    """Hold what is to make up for hours that the other hub owes: the hub that is owed gives them
    up, out of its pot or newly issued, for it alone can lose by it."""
    stewards_only(who)
    if before := _sent(what.key):
        return before
    owed = balance_of(accounts.partner(partner).id)
    if what.minutes > -(owed.balance + owed.due):
        raise MoreThanOwed
    source = accounts.pot() if from_pot else accounts.issue()
    row = _hold(who, partner, what, source.id, Why.SETTLEMENT)
    record(by=who, verb="between.settling", about=row, partner=partner.slug, minutes=what.minutes)
    return row


def _sent(key: UUID) -> Crossing | None:
    return Crossing.objects.filter(key=key, side=Side.OUT).first()


def _hold(
    who: Who,
    partner: Hub,
    what: Sum,
    debit: UUID,
    why: str,
    receiver: Receiver | None = None,
    now: datetime.datetime | None = None,
) -> Crossing:
    now = now or timezone.now()
    held = ledger.hold(
        key=what.key,
        debit=debit,
        credit=accounts.partner(partner).id,
        amount=what.minutes,
        kind=ACROSS if receiver else SETTLED,
        until=now + NEVER,
        now=now,
    )
    return Crossing.objects.create(
        hub_id=who.hub_id,
        key=what.key,
        side=Side.OUT,
        why=why,
        state=State.HELD,
        partner=partner,
        member=who.subject if receiver else None,
        entered_by=who.actor,
        other=receiver.id if receiver else None,
        other_name=receiver.name if receiver else "",
        minutes=what.minutes,
        words=what.words.strip(),
        language=what.language,
        transfer_id=held.id,
        at=now,
    )
