"""Why the time bank moves hours, and where a line of a statement leads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.deliver.models import Gift
from gyda.ledger import kinds


def _gifts(transfer_ids: Sequence[UUID]) -> dict[UUID, kinds.Detail]:
    """Return the words of gifts; who may read the line of a statement may read them."""
    rows = Gift.objects.filter(transfer_id__in=transfer_ids)
    found = rows.values_list("transfer_id", "words", "language")
    return {key: kinds.Detail(words=words, language=lang) for key, words, lang in found}


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("GIFT", _("Gift"), goes_with=_gifts)
    kinds.register("POT_GIFT", _("Gift to the pot"), goes_with=_gifts)
    kinds.register("GRANT", _("From the pot"), goes_with=_gifts)
