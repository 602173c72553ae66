"""Why money of a fund moves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models import Movement, MovementKind
from gyda.ledger import kinds

CODES = {kind: f"FUND_{kind}" for kind in MovementKind}
LABELS = {
    MovementKind.RECEIVED: _("Money given to a fund"),
    MovementKind.PROMISED: _("Promised out of a fund"),
    MovementKind.PAID: _("Paid out of a fund"),
    MovementKind.REFUNDED: _("Came back from a payee"),
    MovementKind.FREED: _("No longer promised"),
    MovementKind.REPAID: _("Repaid into a fund"),
    MovementKind.RETURNED: _("Given back to the giver"),
}


def _titles(transfer_ids: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """Return the words of movements; who may read the account may read them."""
    rows = Movement.objects.filter(id__in=transfer_ids).exclude(words="")
    return rows.values_list("id", "words", "language")


def register() -> None:
    """Make the kinds known to the ledger."""
    for kind, code in CODES.items():
        kinds.register(code, LABELS[kind], goes_with=_titles)
