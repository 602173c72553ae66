"""The clock of decisions: on its day a decision is to be looked back on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.decisions.actions.letters import tell_near
from gyda.decide.decisions.models import Decision

CHUNK = 200


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Remind those near each decision whose day has come; twice does no harm."""
    due = Decision.objects.to_look_back_on(timezone.localdate(now)).filter(reminded_at__isnull=True)
    for decision in due.select_related("initiative")[:CHUNK]:
        _remind(decision, now)


@transaction.atomic
def _remind(decision: Decision, now: datetime.datetime) -> None:
    if Decision.objects.filter(id=decision.id, reminded_at__isnull=True).update(reminded_at=now):
        tell_near(decision, "decision_review")
