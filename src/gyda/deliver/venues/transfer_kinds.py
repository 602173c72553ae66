"""Why hours and money move for pools and venues, and what a line of a statement is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.models import Booking, PoolGift, TakenNote
from gyda.ledger import kinds
from gyda.web.templatetags.gyda import page_language


def _bookings(key: str, transfers: Sequence[UUID]) -> QuerySet[Booking, Any]:
    """Return the title of the place that was booked, in the reader's language."""
    language = page_language()
    rows = Booking.objects.filter(**{f"{key}__in": transfers})
    return rows.values_list(key, f"occasion__spare__title_{language}", Value(language))


def spent(transfers: Sequence[UUID]) -> QuerySet[Booking, Any]:
    """Return on what hours were spent."""
    return _bookings("transfer_id", transfers)


def owed(transfers: Sequence[UUID]) -> QuerySet[Booking, Any]:
    """Return for what a venue is owed money."""
    return _bookings("money_id", transfers)


def owed_for_notes(transfers: Sequence[UUID]) -> QuerySet[TakenNote, Any]:
    """Return for which notes a venue is owed money, by their numbers."""
    rows = TakenNote.objects.filter(money_id__in=transfers)
    return rows.values_list("money_id", Cast("number", CharField()), Value(""))


def gifts(transfers: Sequence[UUID]) -> QuerySet[PoolGift, Any]:
    """Return what the hours from a pool were for, in the giver's words."""
    rows = PoolGift.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", "words", "language")


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("POOL_GRANT", _("Grant to a pool"))
    kinds.register("POOL_GIVEN", _("Hours from a pool"), goes_with=gifts)
    kinds.register("VENUE", _("Spent at a venue"), goes_with=spent)
    kinds.register("VENUE_MONEY", _("Owed to a venue"), goes_with=owed)
    note = _("Note %(words)s")
    kinds.register("NOTE_MONEY", _("Owed for a note"), goes_with=owed_for_notes, frame=note)
    kinds.register("SETTLEMENT", _("Paid to a venue"))
    kinds.register("LAPSE", _("Back to the pot, as nobody spent them"))
