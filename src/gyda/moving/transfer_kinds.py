"""Why hours stand in the book that were moved elsewhere, and what each line was about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.ledger import kinds
from gyda.moving.models import BroughtTransfer

IMPORTED, OPENING = "IMPORTED", "OPENING"


def _brought(transfers: Sequence[UUID]) -> QuerySet[BroughtTransfer, Any]:
    """Return the words that came with them."""
    rows = BroughtTransfer.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", "words", "language")


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register(IMPORTED, _("Brought over: a past transfer"), goes_with=_brought)
    kinds.register(OPENING, _("Brought over: the balance of before"), goes_with=_brought)
