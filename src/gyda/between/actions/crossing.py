"""Hours cross from one book to another without ever being half-way (docs/decisions/005).

Three transactions, one hub each, and each may be done again any number of times:
1. the sender's hub: the hours are held for the account of the other hub (HELD);
2. the receiver's hub: they are credited, or refused, once and for good, under the same key;
3. the sender's hub: the hold is posted, or released, as the receiver's hub has it.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gyda.between.actions.pacts import tell
from gyda.between.models import Crossing, Pact, Reason, Side, State, Why
from gyda.between.transfer_kinds import ACROSS, SETTLED
from gyda.journal.actions import record
from gyda.keys.context import in_hub
from gyda.keys.once import once
from gyda.ledger import accounts, errors
from gyda.ledger import actions as ledger
from gyda.people.letterbox import write_to
from gyda.people.models import Hub, Member
from gyda.people.queries import blocked_ids
from gyda.people.who import GydaItself

GRACE = datetime.timedelta(minutes=1)  # the request that sent them is at it itself
NEVER = datetime.timedelta(days=36_500)  # a hold that ran out alone would leave the books apart
AT_ONCE = 200


def carry(sent: Crossing) -> Crossing:
    """Bring a crossing to its end, from wherever it was left."""
    with in_hub(sent.partner_id):
        answer = _receive(sent=sent)
    with in_hub(sent.hub_id):
        return _conclude(sent=sent, answer=answer)


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Finish what was left half-way, and tell other hubs what they do not know yet."""
    with in_hub(hub_id):
        left = Crossing.objects.filter(state=State.HELD, at__lte=now - GRACE).order_by("id")
        held = list(left[:AT_ONCE])
        untold = [pact for pact in Pact.objects.order_by("id") if pact.told < pact.version]
    for pact in untold:
        tell(pact)
    for sent in held:
        carry(sent)


@once
@transaction.atomic
def _receive(*, sent: Crossing) -> Crossing:
    """Credit or refuse, in the receiver's hub; asked again, give the same answer."""
    before = Crossing.objects.filter(key=sent.key, side=Side.IN).first()
    if before:
        return before
    here = Hub.objects.get(id=sent.hub_id)  # who sends is the partner here
    receiver, reason = _receiver(sent, here)
    moved = None if reason else _credit(sent, here, receiver)
    refusal = reason or ("" if moved else Reason.LIMIT)
    answer = Crossing.objects.create(
        key=sent.key,
        hub_id=sent.partner_id,
        side=Side.IN,
        why=sent.why,
        state=State.REFUSED if refusal else State.PAID,
        reason=refusal,
        partner=here,
        member=None if refusal else receiver,
        other=sent.member_id,
        other_name=_name_of_sender(sent),
        minutes=sent.minutes,
        words=sent.words,
        language=sent.language,
        transfer_id=moved,
        at=sent.at,
        ended_at=timezone.now(),
    )
    if not refusal:
        _tell_receiver(answer)
    return answer


def _receiver(sent: Crossing, here: Hub) -> tuple[Member | None, str]:
    """Return who receives, and why they do not."""
    if sent.why == Why.SETTLEMENT:  # what is owed may be settled when nothing stands any more
        return None, ""
    pact = Pact.objects.filter(partner=here).first()
    if pact is None or not pact.stands:
        return None, Reason.NO_PACT
    members = Member.objects.active().select_related("person")
    member = members.filter(id=sent.other).first() if sent.other else None
    if member is None or _is_kept_apart(sent, member):
        return None, Reason.NOBODY
    return member, ""


def _is_kept_apart(sent: Crossing, receiver: Member) -> bool:
    """Tell whether the sender is a member here too, and one of the two has blocked the other."""
    with in_hub(sent.hub_id):
        person = sent.member.person_id if sent.member else None
    themselves = Member.objects.filter(person_id=person).first() if person else None
    return themselves is not None and themselves.id in blocked_ids(receiver)


def _credit(sent: Crossing, here: Hub, receiver: Member | None) -> UUID | None:
    """Move the hours in this book: to the member, or what they owe us to rest."""
    key, partner = uuid5(sent.key, "credit"), accounts.partner(here)
    to = accounts.member_account(receiver) if receiver else accounts.retirement()
    kind = ACROSS if receiver else SETTLED
    try:
        ledger.transfer(key=key, debit=partner.id, credit=to.id, amount=sent.minutes, kind=kind)
    except errors.LedgerError:
        return None
    return key


def _name_of_sender(sent: Crossing) -> str:
    with in_hub(sent.hub_id):
        return str(sent.member.shown_name) if sent.member else ""


def _tell_receiver(answer: Crossing) -> None:
    member = answer.member
    named: Any = {"member": str(member.id)} if member else {}
    if member:
        write_to(member, "across_received", about_id=answer.id, crossing=answer)
    record(
        by=GydaItself(answer.hub_id),
        verb="between.received" if member else "between.settled",
        about=answer,
        concerns=[member] if member else [],
        partner=answer.partner.slug,
        minutes=answer.minutes,
        transfer=str(answer.transfer_id),
        **named,
    )


@transaction.atomic
def _conclude(*, sent: Crossing, answer: Crossing) -> Crossing:
    """Post the hold or release it, in the sender's hub."""
    row = Crossing.objects.select_for_update(of=("self",)).get(id=sent.id)
    if row.state != State.HELD or row.transfer_id is None:
        return row
    paid = answer.state == State.PAID
    if paid:
        ledger.post_hold(key=uuid5(row.key, "post"), hold=row.transfer_id)
    else:
        ledger.release_hold(key=uuid5(row.key, "release"), hold=row.transfer_id)
    row.state, row.reason, row.ended_at = answer.state, answer.reason, timezone.now()
    row.save(update_fields=["state", "reason", "ended_at"])
    _tell_sender(row, paid=paid)
    return row


def _tell_sender(row: Crossing, *, paid: bool) -> None:
    member = row.member
    if member and not paid:
        write_to(member, "across_refused", about_id=row.id, crossing=row)
    record(
        by=GydaItself(row.hub_id),
        verb="between.arrived" if paid else "between.refused",
        about=row,
        concerns=[member] if member else [],
        partner=row.partner.slug,
        minutes=row.minutes,
    )
