"""What pools and venues hold on a member: handed over in full, words erased, hours kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from gyda.deliver.venues.models import (
    Agreement,
    Booking,
    GrantStep,
    Lapse,
    LapseNotice,
    PoolGift,
    PoolGrant,
    Settlement,
    SparePlace,
    TakenNote,
)
from gyda.keys.models import HubModel
from gyda.letters.models import Letter
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]

BOOKING = (
    *("id", "occasion_id", "people", "minutes", "code", "state", "state_at", "because"),
    *("corrected_at", "corrected_because"),
    *("transfer_id", "reversal_id"),
)
GIFT = ("id", "minutes", "words", "language", "given_at", "transfer_id", "reversal_id", "because")


def _rows(model: type[HubModel], field: str, columns: Sequence[str]) -> Any:
    """Return a function that hands over a member's rows of a table."""

    def export(member: Member) -> Rows:
        rows = model.objects.filter(**{field: member}).order_by("id")
        return [dict(row) for row in rows.values(*columns)]

    return export


def _forget_bookings(member: Member) -> None:
    """The place was taken and the hours were spent; why they came back is the member's."""
    rows = Booking.objects.filter(member=member)
    rows.update(because="", corrected_because="")
    Letter.objects.filter(about_id__in=rows.values("id")).delete()


def _forget_gifts(member: Member) -> None:
    rows = PoolGift.objects.filter(member=member)
    Letter.objects.filter(about_id__in=rows.values("id")).delete()
    rows.update(words="", because="")


def register_all() -> None:
    """Declare the tables; what someone did for an organisation is the organisation's record."""
    register(Booking, export=_rows(Booking, "member", BOOKING), erase=_forget_bookings)
    register(PoolGift, export=_rows(PoolGift, "member", GIFT), erase=_forget_gifts)
    told = ("on", "days", "minutes", "told_at")
    register(LapseNotice, export=_rows(LapseNotice, "member", told), erase=keep)
    lapsed = ("on", "minutes", "lapsed_at", "transfer_id")
    register(Lapse, export=_rows(Lapse, "member", lapsed), erase=keep)
    granted = ("id", "minutes", "pence", "granted_at")
    register(PoolGrant, export=_rows(PoolGrant, "granted_by", granted), erase=keep)
    steps = ("grant_id", "kind", "minutes", "pence", "because", "at")
    register(GrantStep, export=_rows(GrantStep, "by", steps), erase=keep)
    agreed = ("id", "pence_per_hour", "agreed_at")
    register(Agreement, export=_rows(Agreement, "agreed_by", agreed), erase=keep)
    spare = ("id", "title_cy", "title_en", "starts_at")
    register(SparePlace, export=_rows(SparePlace, "put_up_by", spare), erase=keep)
    taken = ("id", "number", "minutes", "pence", "taken_at")
    register(TakenNote, export=_rows(TakenNote, "taken_by", taken), erase=keep)
    settled = ("id", "pence", "state", "proposed_at")
    register(Settlement, export=_rows(Settlement, "proposed_by", settled), erase=keep)
