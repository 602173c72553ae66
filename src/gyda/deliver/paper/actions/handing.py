"""Notes given into someone's hand: from then on they are worth hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.errors.gift import ToYourself
from gyda.deliver.paper.errors import ConnectorsOnly, NotInDrawer, NotTheirHours, OutOfDate
from gyda.deliver.paper.models import HandOut, Note, NoteBatch, NoteState, Source
from gyda.deliver.paper.sources import account_for
from gyda.deliver.rules.same import same
from gyda.deliver.rules.terms import check_members
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.ledger.models import Account
from gyda.ledger.queries import balance_of
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

NOTE_OUT = "NOTE_OUT"


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Which notes are handed to whom, and where their hours come from."""

    key: UUID
    batch: NoteBatch
    first: int
    count: int
    source: str
    holder: Member | None = None
    organisation: Organisation | None = None
    words: str = ""
    language: str = "cy"


@once
@transaction.atomic
def hand_out(*, who: Who, hand: Hand, now: datetime.datetime | None = None) -> HandOut:
    """Move the hours of the notes onto paper; only then are the notes worth anything."""
    now = now or timezone.now()
    ConnectorsOnly.check(who)
    stored = HandOut.objects.filter(transfer_id=hand.key).first()
    if stored:
        return _same(stored, hand)
    if hand.holder:
        check_members(hand.holder)
        if hand.holder.id == who.actor.id and hand.source != Source.MEMBER:
            raise ToYourself
    account = account_for(who, hand.source, hand.holder, hand.organisation)
    notes = _from_drawer(hand, now)
    out = _move(who, hand, account, now)
    if hand.source == Source.MEMBER and balance_of(account.id).is_overdrawn:
        raise NotTheirHours
    Note.objects.filter(id__in=[note.id for note in notes]).update(
        state=NoteState.OUT, handout=out.id
    )
    _record(who, hand, out)
    return out


def _same(stored: HandOut, hand: Hand) -> HandOut:
    """Return what this form has handed out before, if it says the same now."""
    first = Note.objects.filter(handout=stored).earliest("number")
    same(first, number=hand.first, batch_id=hand.batch.id)
    holder = hand.holder.id if hand.holder else None
    return same(stored, count=hand.count, source=hand.source, holder_id=holder)


def _from_drawer(hand: Hand, now: datetime.datetime) -> list[Note]:
    if hand.batch.expires_on and hand.batch.expires_on < timezone.localdate(now):
        raise OutOfDate
    numbers = range(hand.first, hand.first + hand.count)
    rows = Note.objects.filter(batch=hand.batch, number__in=numbers, state=NoteState.DRAWER)
    notes = list(rows.select_for_update().order_by("number"))
    if not notes or len(notes) != hand.count:
        raise NotInDrawer
    return notes


def _move(who: Who, hand: Hand, account: Account, now: datetime.datetime) -> HandOut:
    minutes = hand.count * hand.batch.minutes
    moved = transfer(
        key=hand.key,
        debit=account.id,
        credit=accounts.notes().id,
        amount=minutes,
        kind=NOTE_OUT,
        now=now,
    )
    return HandOut.objects.create(
        source=hand.source,
        account=account,
        holder=hand.holder,
        handed_by=who.actor,
        handed_at=now,
        count=hand.count,
        minutes=minutes,
        words=hand.words.strip(),
        language=hand.language,
        transfer_id=moved.id,
    )


def _record(who: Who, hand: Hand, out: HandOut) -> None:
    record(
        by=who,
        verb="note.handed-out",
        about=hand.batch,
        concerns=[hand.holder] if hand.holder else [],
        count=out.count,
        minutes=out.minutes,
        first=hand.first,
        transfer=str(out.transfer_id),
    )
