"""The first step of a crossing: hours are held for someone, or for a debt, of another hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gyda.between.actions.crossing import NEVER
from gyda.between.actions.pacts import locked, stewards_only
from gyda.between.errors import MoreThanOwed, NoPact, NotOneself, SentDifferently
from gyda.between.models import Crossing, Pact, Side, State, Why
from gyda.between.transfer_kinds import ACROSS, SETTLED
from gyda.journal.actions import record
from gyda.keys.context import current_hub
from gyda.keys.once import once
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


@once
@transaction.atomic
def hold_for(*, who: Who, partner: Hub, receiver: Receiver, what: Sum) -> Crossing:
    """Hold hours of the subject for someone of an agreed hub."""
    if receiver.person_id in (who.subject.person_id, who.actor.person_id):
        raise NotOneself
    pact = Pact.objects.filter(partner=partner).first()
    if pact is None or not pact.stands:
        raise NoPact
    if before := _sent(partner, what, Why.PAYMENT, other=receiver.id, member_id=who.subject.id):
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


@once
@transaction.atomic
def hold_to_settle(*, who: Who, partner: Hub, what: Sum, from_pot: bool) -> Crossing:
    """Hold what is to make up for hours that the other hub owes: the hub that is owed gives them
    up, out of its pot or newly issued, for it alone can lose by it."""
    stewards_only(who)
    locked(partner)  # two that settle at once do not both see the same debt
    if before := _sent(partner, what, Why.SETTLEMENT):
        return before
    owed = balance_of(accounts.partner(partner).id)
    if what.minutes > -(owed.balance + owed.due):
        raise MoreThanOwed
    source = accounts.pot() if from_pot else accounts.issue()
    row = _hold(who, partner, what, source.id, Why.SETTLEMENT)
    record(by=who, verb="between.settling", about=row, partner=partner.slug, minutes=what.minutes)
    return row


def _sent(partner: Hub, what: Sum, why: str, **asked: UUID) -> Crossing | None:
    """Return what the same form sent before, or raise where it said something else."""
    before = Crossing.objects.filter(key=_own_key(what.key), side=Side.OUT).first()
    asks = {"partner_id": partner.id, "minutes": what.minutes, "why": why, **asked}
    if before and any(getattr(before, name) != value for name, value in asks.items()):
        raise SentDifferently
    return before


def _own_key(key: UUID) -> UUID:
    """Return the key of a crossing for that of a form.

    Whoever sends a form knows its key, and could give it, or a key that follows from it, to
    something else in either book; nobody knows this one, and no other hub has the same.
    """
    digest = salted_hmac("gyda.between.key", f"{current_hub()}|{key}", algorithm="sha256").digest()
    low = int.from_bytes(digest[:8], "big") & (1 << 62) - 1
    return UUID(int=key.int >> 62 << 62 | low)


def _hold(
    who: Who,
    partner: Hub,
    what: Sum,
    debit: UUID,
    why: str,
    receiver: Receiver | None = None,
    now: datetime.datetime | None = None,
) -> Crossing:
    now, key = now or timezone.now(), _own_key(what.key)
    held = ledger.hold(
        key=key,
        debit=debit,
        credit=accounts.partner(partner).id,
        amount=what.minutes,
        kind=ACROSS if receiver else SETTLED,
        until=now + NEVER,
        now=now,
    )
    return Crossing.objects.create(
        hub_id=who.hub_id,
        key=key,
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
