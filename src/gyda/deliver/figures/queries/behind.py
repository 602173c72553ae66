"""The moves of hours behind a figure: of a month, or of a kind of help in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, Q, QuerySet

from gyda.deliver.figures import ways
from gyda.deliver.figures.queries.given import KINDS, about, moved_in
from gyda.deliver.figures.spans import Span
from gyda.ledger import kinds
from gyda.ledger.models import Transfer
from gyda.ledger.naming import name_of_owner

OWNERS = tuple(
    f"{side}__{owner}" for side in ("debit", "credit") for owner in ("member", "organisation")
)


def moves(span: Span, way: str) -> QuerySet[Transfer] | None:
    """Return the moves of hours behind a month's figure, or nothing for a way there is not."""
    if way not in (ways.NEIGHBOUR, ways.ORGANISED):
        return None
    return moved_in(span).filter(ways.time_given(way))


def of_kind(span: Span, key: str) -> QuerySet[Transfer]:
    """Return the moves behind a kind of help: the id of a category, one of KINDS, or "" (none)."""
    rows = moved_in(span)
    neighbours, organised = ways.time_given(ways.NEIGHBOUR), ways.time_given(ways.ORGANISED)
    if key in KINDS.values():
        return rows.filter(organised, kind__in=[code for code in KINDS if KINDS[code] == key])
    if key:
        return rows.filter(neighbours, Exists(about().filter(shelf=key)))
    none = neighbours & ~Exists(about().filter(shelf__isnull=False))
    return rows.filter(none | (organised & ~Q(kind__in=list(KINDS))))


@dataclass(frozen=True)
class Line:
    """One move, in words; a reversal is written as what it takes back, below nothing."""

    at: datetime.datetime
    giver: str
    receiver: str
    minutes: int
    label: str
    detail: kinds.Detail | None


def lines(rows: Sequence[Transfer]) -> list[Line]:
    """Put moves into words, with what they were about.

    Whose accounts they are is read for these few alone: joined to a list that is sorted, it is
    read for every row that is sorted.
    """
    details = kinds.details({row.reverses_id or row.id: row.kind for row in rows})
    ids = [row.id for row in rows]
    named = Transfer.objects.filter(id__in=ids).select_related(*OWNERS).in_bulk()
    return [_line(named[one], details) for one in ids]


def _line(row: Transfer, details: dict[UUID, kinds.Detail]) -> Line:
    is_back = row.reverses_id is not None or row.kind == "NOTE_BACK"
    giver, receiver = (row.debit, row.credit) if is_back else (row.credit, row.debit)
    return Line(
        at=row.at,
        giver=name_of_owner(giver),
        receiver=name_of_owner(receiver),
        minutes=-row.amount if is_back else row.amount,
        label=kinds.label(row.kind),
        detail=details.get(row.reverses_id or row.id),
    )
