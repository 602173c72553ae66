"""Why the time bank moves hours, and where a line of a statement leads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models import Gift
from gyda.ledger import kinds


def _gifts(transfer_ids: Sequence[UUID]) -> QuerySet[Gift, Any]:
    """Return the words of gifts; who may read the line of a statement may read them."""
    rows = Gift.objects.filter(transfer_id__in=transfer_ids)
    return rows.values_list("transfer_id", "words", "language")


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("GIFT", _("Gift"), goes_with=_gifts)
    kinds.register("POT_GIFT", _("Gift to the pot"), goes_with=_gifts)
    kinds.register("GRANT", _("From the pot"), goes_with=_gifts)
