"""What the pages of a move read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from gyda.moving.models import BroughtMember, Fault, File, Move
from gyda.people.models import Card, Member
from gyda.people.models.member import State

FEW = 50


def moves() -> QuerySet[Move]:
    """Return the hub's moves."""
    return Move.objects.select_related("by")


def move_or_404(move_id: UUID) -> Move:
    return get_object_or_404(moves(), id=move_id)


def files_of(move: Move) -> list[File]:
    """Return the tables of a move, without what stands in them."""
    return list(move.files.defer("text").order_by("id"))


def file_or_404(move: Move, file_id: UUID) -> File:
    return get_object_or_404(File, id=file_id, move=move)


def faults_of(move: Move, *, notes: bool) -> QuerySet[Fault]:
    """Return what is to be mended, or what is worth knowing, in the order of the tables."""
    return move.faults.filter(is_note=notes).select_related("file")


def brought() -> "QuerySet[Any, Any]":
    """Return those who were brought over and are still here or on their way."""
    here = BroughtMember.objects.filter(came=True, member__state__in=(State.ACTIVE, State.WAITING))
    cards = Card.objects.filter(
        hub_id=OuterRef("hub_id"), member_id=OuterRef("member_id"), ended_at__isnull=True
    )
    return here.select_related("member__person").annotate(has_card=Exists(cards))


def to_write_to() -> "QuerySet[Any, Any]":
    """Return those who can be written to and were not so far."""
    reachable = Q(member__person__email__isnull=False) | Q(member__person__phone__isnull=False)
    return brought().filter(reachable, told_at__isnull=True)


def without_card() -> "QuerySet[Any, Any]":
    """Return members with neither e-mail nor phone who have no card yet."""
    nothing = Q(member__person__email__isnull=True, member__person__phone__isnull=True)
    return brought().filter(nothing, member__state=State.ACTIVE, has_card=False)


@dataclass(frozen=True)
class Waiting:
    """What is still to do for those who came: at least so many (no counting of thousands)."""

    letters: int
    cards: int


def waiting() -> Waiting:
    """Count what is to do, up to a point."""
    return Waiting(
        len(to_write_to().values("id")[: FEW * 10]), len(without_card().values("id")[:FEW])
    )


def brought_or_404(member_id: UUID) -> Member:
    """Return someone who was brought over, cannot be written to, and waits for a yes."""
    here = brought().filter(
        member__state=State.WAITING,
        member__person__email__isnull=True,
        member__person__phone__isnull=True,
    )
    row = get_object_or_404(here, member_id=member_id)
    member: Member = row.member
    return member
