"""What venues are owed under their agreements, and how it was settled."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.deliver.venues.models import Agreement, Booking, Settlement, TakenNote
from gyda.deliver.venues.models.booking import SPENT
from gyda.deliver.venues.models.settlement import SettlementState
from gyda.deliver.venues.rules import may_run
from gyda.people.who import Who


def owed_under(agreement_ids: Collection[UUID]) -> QuerySet[Booking]:
    """Return what was spent under the agreements and is in no settlement yet."""
    return Booking.objects.filter(
        SPENT,
        agreement_id__in=agreement_ids,
        money_id__isnull=False,
        reversal_id__isnull=True,
        settlement__isnull=True,
    )


def notes_under(agreement_ids: Collection[UUID]) -> QuerySet[TakenNote]:
    """Return the notes that were taken under the agreements and are in no settlement yet."""
    return TakenNote.objects.filter(
        agreement_id__in=agreement_ids, money_id__isnull=False, settlement__isnull=True
    )


@dataclass(frozen=True)
class Debt:
    """One agreement, and what is owed under it."""

    agreement: Agreement
    minutes: int
    pence: int


def debts_of(organisation_id: UUID) -> list[Debt]:
    """Return the agreements in which an organisation is the venue or pays, newest first.

    Those that are over are there while something is owed under them.
    """
    either = Q(venue__organisation_id=organisation_id) | Q(funder_id=organisation_id)
    rows = Agreement.objects.filter(either).select_related("venue__organisation", "funder")
    agreements = {row.id: row for row in rows.order_by("-id")}
    found = _summed(owed_under(agreements), notes_under(agreements))
    debts = [Debt(row, *found.get(row.id, (0, 0))) for row in agreements.values()]
    return [debt for debt in debts if debt.pence or debt.agreement.ended_at is None]


def _summed(places: QuerySet[Booking], notes: QuerySet[TakenNote]) -> dict[UUID, tuple[int, int]]:
    """Add up minutes and pence by agreement, of both in one query."""
    sums = [
        rows.order_by().values_list("agreement_id").annotate(Sum("minutes"), Sum("pence"))
        for rows in (places, notes)
    ]
    found: dict[UUID, tuple[int, int]] = {}
    for key, minutes, pence in sums[0].union(sums[1], all=True):
        before = found.get(key, (0, 0))
        found[key] = (before[0] + minutes, before[1] + pence)
    return found


def settlements_of(organisation_id: UUID) -> QuerySet[Settlement]:
    """Return the settlements in which an organisation is paid or pays."""
    either = Q(venue__organisation_id=organisation_id) | Q(agreement__funder_id=organisation_id)
    return Settlement.objects.filter(either).select_related(
        "venue__organisation", "agreement__funder"
    )


def settlement_or_404(who: Who, settlement_id: UUID) -> Settlement:
    """Return a settlement that the reader may know of."""
    rows = Settlement.objects.select_related(
        *("agreement__funder", "venue__organisation", "proposed_by", "settled_by")
    )
    found: Settlement = get_object_or_404(rows, id=settlement_id)
    ends = (found.venue.organisation_id, found.agreement.funder_id)
    if not any(may_run(who, end) for end in ends if end):
        raise Http404
    return found


def bookings_in(settlement: Settlement, most: int = 200) -> list[Booking]:
    """Return what a settlement pays for; a funder pays for places, so without names."""
    rows = Booking.objects.filter(settlement=settlement).select_related("occasion__spare")
    return list(rows.order_by("state_at", "id")[:most])


def notes_in(settlement: Settlement, most: int = 200) -> list[TakenNote]:
    """Return the notes that a settlement pays for."""
    rows = TakenNote.objects.filter(settlement=settlement)
    return list(rows.order_by("taken_at", "id")[:most])


def taken_lately(organisation_id: UUID, most: int = 10) -> list[TakenNote]:
    """Return the last notes that a venue took."""
    rows = TakenNote.objects.filter(venue__organisation_id=organisation_id)
    return list(rows.order_by("-taken_at", "-id")[:most])


def waits(agreement_ids: Collection[UUID]) -> set[UUID]:
    """Return the agreements for which a settlement waits for a second person."""
    rows = Settlement.objects.filter(agreement_id__in=agreement_ids, state=SettlementState.PROPOSED)
    return set(rows.values_list("agreement_id", flat=True))
