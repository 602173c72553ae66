"""Secrets that are promised while the pool is open, and told once the lots are published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.models import PanelDraw, PanelPromise, PanelState, Phase, Way
from gyda.decide.panels.rules import require_state
from gyda.methods.lottery.drawing import commitment, keeps_promise
from gyda.people.who import Who

SHA256 = re.compile(r"[0-9a-f]{64}")


@transaction.atomic
def promise(
    *, who: Who, panel_id: UUID, sha256: str, now: datetime.datetime | None = None
) -> PanelPromise:
    """Publish the SHA-256 of a secret before the pool closes."""
    panel = locked(panel_id)
    require_state(panel, PanelState.GATHERING)
    if panel.way != Way.SEED:
        raise errors.NotNow
    found = sha256.strip().lower()
    if not SHA256.fullmatch(found):
        raise errors.NoPromise
    promises = PanelPromise.objects.filter(panel=panel)
    if promises.filter(sha256=found).exists():
        raise errors.PromisedAlready
    last = promises.aggregate(last=Max("place"))["last"] or 0
    row = PanelPromise.objects.create(
        panel=panel, place=last + 1, by=who.subject, sha256=found, promised_at=now or timezone.now()
    )
    note(panel, who, "panel.promised", sha256=found)
    return row


def promise_of(secret: str) -> str:
    """Return what is published of a secret."""
    return commitment(secret.encode())


@transaction.atomic
def reveal(
    *, who: Who, panel_id: UUID, secret: str, now: datetime.datetime | None = None
) -> PanelPromise:
    """Tell a secret once the lots are published: it must be the one that was promised."""
    panel = locked(panel_id)
    if not PanelDraw.objects.filter(panel=panel, phase=Phase.LISTED).exists():
        raise errors.NotNow
    for row in PanelPromise.objects.filter(panel=panel, revealed_at__isnull=True):
        if keeps_promise(secret.encode(), row.sha256):
            told = {"secret": secret, "revealed_at": now or timezone.now()}
            PanelPromise.objects.filter(id=row.id).update(**told)
            row.refresh_from_db()
            note(panel, who, "panel.revealed", sha256=row.sha256)
            return row
    raise errors.NotAsPromised
