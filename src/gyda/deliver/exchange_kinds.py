"""Why hours move for exchanges and activities, and what a line of a statement is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Value
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models import Attendance, Exchange
from gyda.ledger import kinds
from gyda.web.templatetags.gyda import page_language


def exchanges(transfers: Sequence[UUID]) -> QuerySet[Exchange, Any]:
    """Return what the exchanges were about."""
    rows = Exchange.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", "what", "language")


def attendances(transfers: Sequence[UUID]) -> QuerySet[Attendance, Any]:
    """Return which activities the hours are from, in the reader's language."""
    rows = Attendance.objects.filter(transfer_id__in=transfers)
    language = page_language()
    return rows.values_list("transfer_id", f"activity__title_{language}", Value(language))


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("EXCHANGE", _("Exchange"), goes_with=exchanges)
    kinds.register("ATTENDANCE", _("Activity"), goes_with=attendances)
    kinds.register("START", _("Hours to start with"))
