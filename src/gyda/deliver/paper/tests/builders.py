"""Builders for notes on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.deliver.paper import signing
from gyda.deliver.paper.actions.handing import Hand, hand_out
from gyda.deliver.paper.actions.printing import Print, print_batch
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.models import Note, NoteBatch, Source
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who


def a_batch(cast: Cast, count: int = 5, minutes: int = 60, **fields: Any) -> NoteBatch:
    asked = Print(key=uuid7(), minutes=minutes, count=count, **fields)
    return print_batch(who=who(cast.carys), asked=asked)


def handed(
    cast: Cast, batch: NoteBatch, holder: Member | None = None, count: int = 1, **fields: Any
) -> list[Note]:
    """The next notes of the batch, handed out of nothing but the hub's own issue."""
    first = Note.objects.filter(batch=batch, handout=None, ended_at=None).earliest("number").number
    asked = {"source": Source.ISSUE, "key": uuid7()} | fields
    hand = Hand(batch=batch, first=first, count=count, holder=holder, **asked)
    out = hand_out(who=who(cast.carys), hand=hand)
    return list(Note.objects.filter(handout=out).select_related("batch__key").order_by("number"))


def a_note(cast: Cast, **fields: Any) -> Note:
    return handed(cast, a_batch(cast, **fields))[0]


def code_on(note: Note) -> str:
    return signing.printed_code(note.batch, note.number)


def on_paper() -> int:
    return balance_of(accounts.notes().id).balance


def bring(cast: Cast, note: Note, **fields: Any) -> Note:
    """Bryn brings a note, or who is named does."""
    asked = {"who": who(cast.bryn), "key": uuid7()} | fields
    return redeem_note(code=code_on(note), **asked)
