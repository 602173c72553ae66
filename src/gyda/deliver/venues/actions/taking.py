"""A note is taken at a venue's door: its hours rest, and the venue is owed for them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID, uuid5

from gyda.deliver.paper.models import Note
from gyda.deliver.venues.actions.promises import NOTE_MONEY
from gyda.deliver.venues.errors import MoneyRunOut
from gyda.deliver.venues.models import Agreement, TakenNote, Venue
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Unit
from gyda.people.who import Who


def owe_for(who: Who, note: Note, now: datetime.datetime) -> TakenNote | None:
    """Write down what an open venue is owed for a note; another organisation is owed nothing."""
    rows = Venue.objects.filter(organisation=note.organisation, is_open=True)
    venue = rows.select_related("organisation").first()
    if venue is None:
        return None
    terms = Agreement.objects.filter(venue=venue, ended_at__isnull=True)
    agreement = terms.select_related("funder").first()
    pence = agreement.pence_for(note.minutes) if agreement else 0
    return TakenNote.objects.create(
        note_id=note.id,
        number=note.number,
        venue=venue,
        minutes=note.minutes,
        agreement=agreement,
        pence=pence,
        money_id=_money(agreement, venue, note.id, pence, now) if agreement and pence else None,
        taken_by=who.actor,
        taken_at=now,
    )


def _money(
    agreement: Agreement, venue: Venue, note_id: UUID, pence: int, now: datetime.datetime
) -> UUID:
    """Move what is owed from the funder's pool to what the venue is owed, like a booking's."""
    assert agreement.funder is not None  # money has a payer: a check of the table
    try:
        return ledger.transfer(
            key=uuid5(note_id, "owed"),
            debit=accounts.pool(agreement.funder, unit=Unit.PENCE).id,
            credit=accounts.organisation_account(venue.organisation, unit=Unit.PENCE).id,
            amount=pence,
            kind=NOTE_MONEY,
            now=now,
        ).id
    except NotEnough as error:
        raise MoneyRunOut from error
