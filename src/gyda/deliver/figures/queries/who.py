"""The members behind a figure, by their names."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from gyda.deliver.figures import homes, ways, words
from gyda.deliver.figures.queries.given import moved_in, taken_back
from gyda.deliver.figures.queries.quiet import in_band
from gyda.deliver.figures.spans import Span, month_of, year_to
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Part, Place
from gyda.ledger.models import Account, Unit
from gyda.methods.participation import PARTNERS
from gyda.people.areas import folded
from gyda.people.models import Member

ADDRESSES = {
    **{("took_part", key): key.replace("_", "-") for key in words.PARTS},
    **{("quiet", key): f"quiet-{key.lower()}" for key in words.QUIET},
    **{("partners", key): f"partners-{key.replace('+', '-or-more')}" for key in words.PARTNERS},
    **{("fifth", key): f"fifth-{key or 'unknown'}" for key in words.FIFTHS},
}
NAMES = {
    "took_part": words.PARTS,
    "quiet": words.QUIET,
    "partners": words.PARTNERS,
    "fifth": words.FIFTHS,
}
BY_ADDRESS = {address: key for key, address in ADDRESSES.items()}


def address_of(group: str, key: str) -> str:
    """Return the word by which a figure's members stand in an address."""
    return ADDRESSES[group, key]


def title_of(address: str) -> Any:
    """Return what the members of an address have in common."""
    group, key = BY_ADDRESS[address]
    return NAMES[group][key]


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
    span = year_to(month_of(now))
    if group == "quiet":
        return in_band(key, now)
    if group == "partners":
        return _with_partners(span, key)
    if group == "fifth":
        return _of_fifth(span, key)
    gave, received = _gave(span), _received(span)
    which = {"only_gave": gave & ~received, "only_received": received & ~gave}
    return Member.objects.filter(which.get(key, gave & received))


def gave_and_live_in(span: Span, place: str) -> QuerySet[Member]:
    """Return who gave time in a span and lives in a place, however they wrote it."""
    meant = folded(place)
    return Member.objects.filter(_gave(span), area__in=homes.spelt(lambda area: area == meant))


def _of_fifth(span: Span, key: str) -> QuerySet[Member]:
    table = homes.fifths()
    written = homes.spelt(lambda area: str(table.get(area, homes.UNKNOWN)) == key)
    return active_in(span).filter(area__in=written)


def _with_partners(span: Span, key: str) -> QuerySet[Member]:
    """Return those who exchanged with so many different neighbours, whichever way."""
    most = dict(PARTNERS)
    fewer = [number for name, number in PARTNERS if key not in most or number < most[key]]
    rows: Any = Member.objects.annotate(partners=_partners(span))
    rows = rows.filter(partners__gt=max(fewer, default=0))
    found: QuerySet[Member] = rows.filter(partners__lte=most[key]) if key in most else rows
    return found


def _partners(span: Span) -> Subquery:
    undone = taken_back(span).filter(hub_id=OuterRef("hub_id"), reverses_id=OuterRef("id"))
    moved = moved_in(span).filter(~Exists(undone), _neighbours(), reverses__isnull=True)
    mine = moved.filter(
        Q(debit_id=OuterRef("id")) | Q(credit_id=OuterRef("id")), hub_id=OuterRef("hub_id")
    )
    other = Case(When(debit_id=OuterRef("id"), then=F("credit__member")), default="debit__member")
    counted = mine.order_by().values("hub_id").annotate(n=Count(other, distinct=True)).values("n")
    account = Account.objects.filter(
        hub_id=OuterRef("hub_id"), member_id=OuterRef("id"), unit=Unit.MINUTES
    )
    return Subquery(account.annotate(n=Subquery(counted)).values("n")[:1])
