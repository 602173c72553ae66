"""Time given in a span of time, read from the ledger and told apart by what it was for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Set
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from gyda.deliver.figures import ways
from gyda.deliver.figures.spans import Span
from gyda.deliver.models import Attendance, Exchange
from gyda.deliver.models.activity import Part, Place
from gyda.ledger.models import Transfer, Unit
from gyda.ledger.models.transfer import MOVING
from gyda.methods.participation import Participation

SESSION, POOL, NOTE = "SESSION", "POOL", "NOTE"
KINDS = {"ATTENDANCE": SESSION, "POOL_GIVEN": POOL, "NOTE_OUT": NOTE, "NOTE_BACK": NOTE}
COLUMNS = (
    *("id", "kind", "amount", "reverses_id", "category"),
    *("debit__kind", "debit__member_id", "credit__kind", "credit__member_id"),
)
CHUNK = 5_000


def moved_in(span: Span) -> QuerySet[Transfer]:
    """Return all hours that moved in a span."""
    return Transfer.objects.filter(
        at__gte=span.start, at__lt=span.stop, unit=Unit.MINUTES, phase__in=MOVING
    )


def participation(span: Span) -> Participation:
    """Return how people took part: what they gave, received, spent, and with whom."""
    bank = Participation()
    undone = set(taken_back(span).values_list("reverses_id", flat=True))
    for row in _rows(span):
        _count(bank, Move(*row), undone)
    for member, minutes in _took_part(span):
        bank.received[member] += minutes
    return bank


def taken_back(span: Span) -> QuerySet[Transfer]:
    """Return what was taken back in a span."""
    return moved_in(span).filter(reverses__isnull=False)


class Move(NamedTuple):
    """One transfer, with the owners of its accounts."""

    id: UUID
    kind: str
    amount: int
    reverses: UUID | None
    category: UUID | None
    payer_kind: str
    payer: UUID | None
    paid_kind: str
    paid: UUID | None

    @property
    def is_back(self) -> bool:
        return self.reverses is not None or self.kind == "NOTE_BACK"

    def forth(self) -> "Move":
        """Return it as it first went, below nothing where it went back."""
        if not self.is_back:
            return self
        turned = (self.paid_kind, self.paid, self.payer_kind, self.payer)
        return Move(self.id, self.kind, -self.amount, self.reverses, self.category, *turned)


def about() -> QuerySet[Any]:
    """Return the exchange behind a move of hours, with the shelf it stands on."""
    return Exchange.objects.filter(
        hub_id=OuterRef("hub_id"), transfer_id=Coalesce(OuterRef("reverses_id"), OuterRef("id"))
    ).annotate(shelf=Coalesce("category_id", "listing__category_id"))


def _rows(span: Span) -> Iterator[tuple[Any, ...]]:
    rows = moved_in(span).filter(kind__in=ways.codes()).order_by()
    named = rows.annotate(category=Subquery(about().values("shelf")[:1]))
    return named.values_list(*COLUMNS).iterator(CHUNK)


def _count(bank: Participation, row: Move, undone: Set[UUID | None]) -> None:
    stands = not row.is_back and row.id not in undone
    move, way = row.forth(), ways.way_of(row.kind)
    if way == ways.NEIGHBOUR:
        category = str(move.category or "")
        bank.give(way, category, move.amount, move.paid, move.payer, stands=stands)
    elif way and move.payer_kind in ways.GIVERS:
        _organised(bank, move, stands)
    elif stands and move.payer is not None and row.kind in (ways.SPENT, "ATTENDANCE"):
        bank.received[move.payer] += move.amount


def _organised(bank: Participation, move: Move, stands: bool) -> None:
    """Count organised time. Who helped for notes stays unknown: of all it may be one person."""
    kind = KINDS.get(move.kind, "")
    bank.give(ways.ORGANISED, kind, move.amount, move.paid, None, stands=stands)
    if stands and move.paid is None:
        for tally in (bank.ways[ways.ORGANISED], bank.kinds[kind]):
            tally.people.add(NOTE)


def _took_part(span: Span) -> QuerySet[Attendance, Any]:
    """Return those who took part in a session where taking part moves no hours."""
    rows = Attendance.objects.filter(
        activity__starts_at__gte=span.start,
        activity__starts_at__lt=span.stop,
        part=Part.RECEIVES,
        state=Place.CAME,
        transfer_id__isnull=True,
        minutes__gt=0,
    )
    return rows.order_by().values_list("member_id").annotate(total=Sum(F("minutes")))
