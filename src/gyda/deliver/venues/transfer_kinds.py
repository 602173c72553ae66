"""Why hours and money move for pools and venues, and what a line of a statement is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.models import Booking, PoolGift
from gyda.ledger import kinds
from gyda.ledger.kinds import Detail


def bookings(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return what the hours were spent on; the money for it is about the same place."""
    rows = Booking.objects.filter(Q(transfer_id__in=transfers) | Q(money_id__in=transfers))
    found: dict[UUID, Detail] = {}
    for row in rows.select_related("occasion__spare"):
        title = row.occasion.spare.title
        detail = Detail(title.value, language=title.lang)
        found |= {key: detail for key in (row.transfer_id, row.money_id) if key}
    return found


def gifts(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return what the hours from a pool were for, in the giver's words."""
    rows = PoolGift.objects.filter(transfer_id__in=transfers)
    found = rows.values_list("transfer_id", "words", "language")
    return {key: Detail(words, language=language) for key, words, language in found}


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("POOL_GRANT", _("Grant to a pool"))
    kinds.register("POOL_GIVEN", _("Hours from a pool"), goes_with=gifts)
    kinds.register("VENUE", _("Spent at a venue"), goes_with=bookings)
    kinds.register("VENUE_MONEY", _("Owed to a venue"), goes_with=bookings)
    kinds.register("SETTLEMENT", _("Paid to a venue"))
    kinds.register("LAPSE", _("Back to the pot, as nobody spent them"))
