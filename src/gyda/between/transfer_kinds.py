"""Why hours cross between hubs, and what each line of a statement was about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.ledger import kinds

ACROSS, SETTLED = "ACROSS", "SETTLED"


def _about(transfers: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """Return the words that went with received hours; what was sent is found by its hold."""
    from gyda.between.models import Crossing

    rows = Crossing.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", "words", "language")


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register(ACROSS, _("To or from another hub"), goes_with=_about)
    kinds.register(SETTLED, _("Settled between hubs"))
