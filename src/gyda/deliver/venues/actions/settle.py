"""Settling what a venue is owed: written down by one person, confirmed by a second, reversible."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import Words
from gyda.deliver.venues.actions.notify import tell_organisation
from gyda.deliver.venues.errors import (
    ConnectorTakesBack,
    NothingOwed,
    NotYours,
    OtherSide,
    OwedChanged,
    SecondPerson,
    SettledAlready,
    WaitsAlready,
)
from gyda.deliver.venues.models import Agreement, Booking, Settlement, TakenNote
from gyda.deliver.venues.models.settlement import SettlementState
from gyda.deliver.venues.queries.owed import notes_under, owed_under
from gyda.deliver.venues.queries.rules import the_rules
from gyda.deliver.venues.rules import may_confirm, may_run, may_take_back, require_reason, side_of
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.models import Unit
from gyda.people.who import Who

SETTLEMENT = "SETTLEMENT"
PAID_FOR = (Booking, TakenNote)


@once
@transaction.atomic
def propose(
    *,
    who: Who,
    agreement_id: UUID,
    key: UUID,
    reference: str = "",
    pence: int | None = None,
    now: datetime.datetime | None = None,
) -> Settlement:
    """Write down that the venue was paid all that it is owed today under an agreement.

    With `pence`, what was read on the page: it is written down only if it is still what is owed.
    """
    if stored := Settlement.objects.filter(request_key=key).first():
        return stored
    now = now or timezone.now()
    agreement = _agreement(who, agreement_id)
    waiting = Settlement.objects.filter(agreement=agreement, state=SettlementState.PROPOSED)
    if waiting.exists():
        raise WaitsAlready
    owed = _owed(agreement)
    if not owed:
        raise NothingOwed
    if pence not in (None, sum(row.pence for row in owed)):
        raise OwedChanged
    settlement = _store(who, agreement, owed, key, reference, now)
    for model in PAID_FOR:
        rows = model.objects.filter(id__in=[row.id for row in owed])
        rows.update(settlement=settlement)
    _record(who, "settlement.proposed", settlement)
    if settlement.needs_two:
        _tell(who, "settlement_proposed", settlement)
        return settlement
    return _pay(who, settlement, now)


def _owed(agreement: Agreement) -> list[Booking | TakenNote]:
    """Return what is owed under an agreement, for places and for notes, locked."""
    places = owed_under([agreement.id]).select_for_update(of=("self",)).order_by("id")
    notes = notes_under([agreement.id]).select_for_update(of=("self",)).order_by("id")
    return [*places, *notes]


def _free(settlement: Settlement) -> None:
    """Let what was in a settlement be owed again."""
    for model in PAID_FOR:
        model.objects.filter(settlement=settlement).update(settlement=None)


def _agreement(who: Who, agreement_id: UUID) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("venue__organisation")
    agreement = rows.get(id=agreement_id)
    _require_either(who, agreement)
    return agreement


def _require_either(who: Who, agreement: Agreement) -> None:
    """Raise unless this person comes for the venue or for its funder, or is a connector."""
    ends = (agreement.venue.organisation_id, agreement.funder_id)
    if not any(may_run(who, end) for end in ends if end):
        raise NotYours


def _store(
    who: Who,
    agreement: Agreement,
    owed: Sequence[Booking | TakenNote],
    key: UUID,
    reference: str,
    now: datetime.datetime,
) -> Settlement:
    settlement = Settlement(
        agreement=agreement,
        venue=agreement.venue,
        until=now,
        minutes=sum(row.minutes for row in owed),
        pence=sum(row.pence for row in owed),
        reference=reference,
        needs_two=the_rules().settle_by_two,
        proposed_by=who.actor,
        proposed_at=now,
        request_key=key,
    )
    settlement.proposed_side = side_of(who, settlement)
    settlement.save()
    return settlement


@transaction.atomic
def settle(*, who: Who, settlement_id: UUID, now: datetime.datetime | None = None) -> Settlement:
    """A second person, of the other side, says so: what is owed leaves the venue's account."""
    settlement = _waiting(who, settlement_id)
    if settlement.needs_two and settlement.proposed_by_id == who.actor.id:
        raise SecondPerson
    if not may_confirm(who, settlement):
        raise OtherSide
    return _pay(who, settlement, now or timezone.now())


def _pay(who: Who, settlement: Settlement, now: datetime.datetime) -> Settlement:
    venue = settlement.venue.organisation
    moved = ledger.transfer(
        key=uuid5(settlement.id, "settled"),
        debit=accounts.organisation_account(venue, unit=Unit.PENCE).id,
        credit=accounts.retirement(unit=Unit.PENCE).id,
        amount=settlement.pence,
        kind=SETTLEMENT,
        now=now,
    )
    side = side_of(who, settlement) if settlement.needs_two else ""
    paid = {"settled_by": who.actor, "settled_at": now, "settled_side": side}
    paid["transfer_id"] = moved.id
    _move(settlement, SettlementState.SETTLED, **paid)
    _record(who, "settlement.settled", settlement)
    _tell(who, "settlement_settled", settlement)
    return settlement


@transaction.atomic
def withdraw(*, who: Who, settlement_id: UUID) -> Settlement:
    """It was not paid after all: the bookings are owed again."""
    settlement = _waiting(who, settlement_id)
    _free(settlement)
    _move(settlement, SettlementState.WITHDRAWN)
    _record(who, "settlement.withdrawn", settlement)
    return settlement


@transaction.atomic
def take_settlement_back(
    *, who: Who, settlement_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Settlement:
    """A payment was written down by mistake: reversed, with the reason; it is owed again."""
    require_reason(words.text)
    settlement = _locked(who, settlement_id)
    if settlement.state != SettlementState.SETTLED or settlement.transfer_id is None:
        raise SettledAlready
    if not may_take_back(who, settlement):
        raise ConnectorTakesBack
    key = uuid5(settlement.transfer_id, "reversal")
    back = ledger.reverse(key=key, transfer=settlement.transfer_id, now=now)
    _free(settlement)
    said = {"because": words.text, "because_language": words.language}
    _move(settlement, SettlementState.REVERSED, reversal_id=back.id, **said)
    _record(who, "settlement.reversed", settlement)
    _tell(who, "settlement_reversed", settlement, words=words)
    return settlement


def _locked(who: Who, settlement_id: UUID) -> Settlement:
    rows = Settlement.objects.select_for_update(of=("self",)).select_related(
        "agreement__funder", "agreement__venue", "venue__organisation"
    )
    settlement = rows.get(id=settlement_id)
    _require_either(who, settlement.agreement)
    return settlement


def _waiting(who: Who, settlement_id: UUID) -> Settlement:
    settlement = _locked(who, settlement_id)
    if settlement.state != SettlementState.PROPOSED:
        raise SettledAlready
    return settlement


def _move(settlement: Settlement, state: str, **columns: Any) -> None:
    for name, value in ({"state": state} | columns).items():
        setattr(settlement, name, value)
    settlement.save(update_fields=["state", *columns])


def _tell(who: Who, kind: str, settlement: Settlement, **context: Any) -> None:
    told = {"settlement": settlement, **context}
    for end in (settlement.venue.organisation_id, settlement.agreement.funder_id):
        if end:
            tell_organisation(end, kind, settlement.id, but=who.actor, **told)


def _record(who: Who, verb: str, settlement: Settlement) -> None:
    transfer = settlement.reversal_id or settlement.transfer_id
    record(
        by=who,
        verb=verb,
        about=settlement,
        organisation=str(settlement.venue.organisation_id),
        pence=settlement.pence,
        minutes=settlement.minutes,
        transfer=str(transfer) if transfer else None,
    )
