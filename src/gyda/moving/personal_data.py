"""What a move keeps of a member."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.ledger.models import Transfer
from gyda.moving.models import BroughtMember, BroughtTransfer, Move
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def _number(member: Member) -> Rows:
    """Hand over the old number, with the words of the transfers that were brought over."""
    rows = BroughtMember.objects.filter(member=member).values("number", "came", "told_at")
    words = _words(member).values("transfer_id", "old_id", "kind", "words", "language")
    return [dict(row) for row in (*rows, *words)]


def _forget(member: Member) -> None:
    rows = BroughtMember.objects.filter(member=member)
    burn_letters_about(rows.values_list("id", flat=True))
    _words(member).update(words="", payer="", receiver="")
    rows.delete()


def _words(member: Member) -> Any:
    ends = Q(debit__member=member) | Q(credit__member=member)
    transfers = Transfer.objects.filter(ends).values("id")
    return BroughtTransfer.objects.filter(transfer_id__in=transfers)


def _moves(member: Member) -> Rows:
    rows = Move.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("id", "state", "made_at", "ended_at", "rows")]


def register_all() -> None:
    """Declare the tables; the words of listings are the listings'."""
    register(BroughtMember, export=_number, erase=_forget)
    register(Move, export=_moves, erase=keep)
