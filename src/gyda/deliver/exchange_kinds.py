"""Why hours move for exchanges and activities, and what a line of a statement is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models import Attendance, Exchange
from gyda.ledger import kinds
from gyda.ledger.kinds import Detail

COLUMNS = ("transfer_id", "reversal_id", "what", "language")


def exchanges(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return what the exchanges were about; a reversal says the same as what it took back."""
    rows = Exchange.objects.filter(Q(transfer_id__in=transfers) | Q(reversal_id__in=transfers))
    found: dict[UUID, Detail] = {}
    for paid, back, what, language in rows.values_list(*COLUMNS):
        found |= {key: Detail(what, language=language) for key in (paid, back) if key}
    return found


def attendances(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return which activities the hours are from."""
    rows = Attendance.objects.filter(transfer_id__in=transfers).select_related("activity")
    return {row.transfer_id: _titled(row) for row in rows if row.transfer_id}


def _titled(row: Attendance) -> Detail:
    return Detail(row.activity.title.value, language=row.activity.title.lang)


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("EXCHANGE", _("Exchange"), goes_with=exchanges)
    kinds.register("ATTENDANCE", _("Activity"), goes_with=attendances)
    kinds.register("START", _("Hours to start with"))
