"""Why hours move in the time bank, and what a line of a statement is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.deliver.models import Attendance, Exchange
from gyda.ledger import kinds
from gyda.ledger.kinds import Detail


def exchanges(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return what the exchanges were about; a reversal says the same as what it took back."""
    return {
        **_exchanges_by("transfer_id", transfers),
        **_exchanges_by("reversal_id", transfers),
    }


def _exchanges_by(column: str, transfers: Sequence[UUID]) -> dict[UUID, Detail]:
    rows = Exchange.objects.filter(**{f"{column}__in": transfers})
    return {
        transfer: Detail(words, language=language)
        for transfer, words, language in rows.values_list(column, "what", "language")
    }


def attendances(transfers: Sequence[UUID]) -> Mapping[UUID, Detail]:
    """Return which activities the hours are from."""
    rows = Attendance.objects.filter(transfer_id__in=transfers).select_related("activity")
    return {row.transfer_id: _titled(row) for row in rows if row.transfer_id}


def _titled(row: Attendance) -> Detail:
    return Detail(row.activity.title.value, language=row.activity.title.lang)


kinds.register("EXCHANGE", _("Exchange"), goes_with=exchanges)
kinds.register("ATTENDANCE", _("Activity"), goes_with=attendances)
kinds.register("START", _("Hours to start with"))
