"""The records behind a figure: moves of hours, and members by their names."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gyda.deliver.figures import ways, words
from gyda.deliver.figures.queries.given import moved_in, taken_back
from gyda.deliver.figures.queries.quiet import in_band
from gyda.deliver.figures.spans import Span, month_of, year_to
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Part, Place
from gyda.ledger import kinds
from gyda.ledger.models import Transfer
from gyda.ledger.naming import name_of_owner
from gyda.people.models import Member

ADDRESSES = {
    **{("took_part", key): key.replace("_", "-") for key in words.PARTS},
    **{("quiet", key): f"quiet-{key.lower()}" for key in words.QUIET},
}
BY_ADDRESS = {address: key for key, address in ADDRESSES.items()}
OWNERS = tuple(
    f"{side}__{owner}" for side in ("debit", "credit") for owner in ("member", "organisation")
)


def address_of(group: str, key: str) -> str:
    """Return the word by which a figure's members stand in an address."""
    return ADDRESSES[group, key]


def title_of(address: str) -> Any:
    """Return what the members of an address have in common."""
    group, key = BY_ADDRESS[address]
    return (words.PARTS if group == "took_part" else words.QUIET)[key]


def moves(span: Span, way: str) -> QuerySet[Transfer] | None:
    """Return the moves of hours behind a month's figure, or nothing for a way there is not."""
    if way not in (ways.NEIGHBOUR, ways.ORGANISED):
        return None
    return moved_in(span).filter(ways.time_given(way)).select_related(*OWNERS)


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
    """Put moves into words, with what they were about."""
    about = kinds.details({row.reverses_id or row.id: row.kind for row in rows})
    return [_line(row, about) for row in rows]


def _line(row: Transfer, about: dict[UUID, kinds.Detail]) -> Line:
    is_back = row.reverses_id is not None or row.kind == "NOTE_BACK"
    giver, receiver = (row.debit, row.credit) if is_back else (row.credit, row.debit)
    return Line(
        at=row.at,
        giver=name_of_owner(giver),
        receiver=name_of_owner(receiver),
        minutes=-row.amount if is_back else row.amount,
        label=kinds.label(row.kind),
        detail=about.get(row.reverses_id or row.id),
    )


def active_in(span: Span) -> QuerySet[Member]:
    """Return the members who gave, received or spent hours in a span."""
    return Member.objects.filter(_gave(span) | _received(span))


def _gave(span: Span) -> Q:
    arranged = Q(debit__kind__in=ways.GIVERS) & ~_neighbours()
    return Q(_moved(span, "credit", _neighbours() | arranged))


def _received(span: Span) -> Q:
    spent = Q(kind__in=[ways.SPENT, "ATTENDANCE"])
    return Q(_moved(span, "debit", _neighbours() | spent)) | Q(_came(span))


def _neighbours() -> Q:
    return Q(kind__in=ways.neighbour_codes())


def _moved(span: Span, side: str, which: Q) -> Exists:
    """Tell whether hours went to (or from) someone's account and were not taken back in it."""
    undone = taken_back(span).filter(hub_id=OuterRef("hub_id"), reverses_id=OuterRef("id"))
    stands = moved_in(span).filter(which, ~Exists(undone), reverses__isnull=True)
    mine = {"hub_id": OuterRef("hub_id"), f"{side}__member_id": OuterRef("id")}
    return Exists(stands.filter(**mine, kind__in=ways.codes()))


def _came(span: Span) -> Exists:
    rows = Attendance.objects.filter(
        hub_id=OuterRef("hub_id"),
        member_id=OuterRef("id"),
        state=Place.CAME,
        part=Part.RECEIVES,
        transfer_id__isnull=True,
        minutes__gt=0,
        activity__starts_at__gte=span.start,
        activity__starts_at__lt=span.stop,
    )
    return Exists(rows)


def people(address: str, now: datetime.datetime) -> QuerySet[Member] | None:
    """Return the members behind a figure of the last twelve months; nothing for an unknown one."""
    if address not in BY_ADDRESS:
        return None
    group, key = BY_ADDRESS[address]
    if group == "quiet":
        return in_band(key, now)
    span = year_to(month_of(now))
    gave, received = _gave(span), _received(span)
    which = {"only_gave": gave & ~received, "only_received": received & ~gave}
    return Member.objects.filter(which.get(key, gave & received))
