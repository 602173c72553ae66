"""Notes on paper in the world: in the drawer, handed out, redeemed, lost, refused."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.deliver.paper import signing
from gyda.deliver.paper.actions.ending import report_lost
from gyda.deliver.paper.actions.handing import Hand, hand_out
from gyda.deliver.paper.actions.printing import Print, print_batch
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.actions.statements import choose_rhythm
from gyda.deliver.paper.errors import Repeated
from gyda.deliver.paper.models import Note, Refusal
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who


def paper_in(connector: Member, member: Member, other: Member) -> dict[str, UUID | str]:
    """Print a batch, hand three notes out, and let the member bring one of them twice."""
    who = Who(connector)
    batch = print_batch(who=who, asked=Print(key=uuid7(), minutes=60, count=12))
    hand = Hand(
        key=uuid7(), batch=batch, first=1, count=3, source="ISSUE", holder=member, words="Diolch"
    )
    hand_out(who=who, hand=hand)
    note, lost, out = Note.objects.filter(handout__isnull=False).order_by("number")
    code = signing.printed_code(batch, note.number)
    redeem_note(who=Who(member), code=code, key=uuid7())
    try:
        redeem_note(who=Who(member), code=code, key=uuid7())
    except Repeated:
        refusal = Refusal.objects.get(note=note)
    report_lost(who=who, note=lost)
    choose_rhythm(who=who, member=other, rhythm="MONTHLY")
    return {
        "batch": batch.id,
        "redeemed note": note.id,
        "note": out.id,
        "refusal": refusal.id,
        "note code": signing.printed_code(batch, out.number),
    }
