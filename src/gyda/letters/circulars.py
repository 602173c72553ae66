"""Letters to many are written in batches, so that neither a person nor a lock waits for them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from gyda.letters import audiences
from gyda.letters.actions import write
from gyda.letters.models import Circular

AT_ONCE = 50  # so many are written with the deed itself: most audiences end there
BATCH = 200
SECONDS = 30.0  # how long a tick writes in one hub before other chores have their turn


@transaction.atomic
def write_to_all(
    *,
    kind: str,
    audience: str,
    about_id: UUID,
    words: Mapping[str, models.Model],
    but: UUID | None = None,
) -> None:
    """Write to everyone of an audience but to who did it: the first now, the others by the tick."""
    names = {name: [row._meta.label, str(row.pk)] for name, row in words.items()}
    circular = Circular.objects.create(
        kind=kind, audience=audience, about_id=about_id, words=names, but_id=but,
        since_at=timezone.now(),
    )  # fmt: skip
    _write_some(circular, words, AT_ONCE)


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Go on with what is not written to the end; what breaks does not stop the others."""
    until = time.monotonic() + SECONDS
    broken: Exception | None = None
    for circular_id in Circular.objects.order_by("id").values_list("id", flat=True):
        try:
            while time.monotonic() < until and _go_on(circular_id):
                pass
        except Exception as error:
            broken = error
    if broken:
        raise broken


@transaction.atomic
def _go_on(circular_id: UUID) -> bool:
    """Write one batch; its letters and how far they reach are stored together or not at all."""
    rows = Circular.objects.select_for_update(skip_locked=True)
    circular = rows.filter(id=circular_id).first()
    if circular is None:
        return False
    words = _words(circular)
    if words is None:
        circular.delete()
        return False
    return _write_some(circular, words, BATCH)


def _words(circular: Circular) -> dict[str, models.Model] | None:
    """Return what the letter speaks of, as it is now; None if some of it is gone."""
    found: dict[str, models.Model] = {}
    for name, (label, key) in circular.words.items():
        row = apps.get_model(label)._default_manager.filter(pk=key).first()
        if row is None:
            return None
        found[name] = row
    return found


def _write_some(circular: Circular, words: Mapping[str, Any], size: int) -> bool:
    """Write to the next ones in line; tell whether there are more."""
    following = audiences.named(circular.audience)
    some = following(circular.about_id, circular.last_id, size)
    for one in some:
        if one.id != circular.but_id:
            context = {"about_id": one.about_id, **words}
            write(to=one.reader, kind=circular.kind, context=context, about_id=one.about_id)
    if len(some) < size:
        circular.delete()
        return False
    Circular.objects.filter(id=circular.id).update(last_id=some[-1].id)
    return True
