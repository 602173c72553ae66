"""Folding: what voters added is summed into the tallies, by one process at a time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from collections import Counter
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, IntegerField, Value, When

from gyda.need.conversations.models import Change, Conversation, Statement

COLUMNS = {1: "agrees", 0: "passes", -1: "disagrees"}
CHUNK = 500

Tallies = Counter[tuple[UUID, str]]

_folded: dict[UUID, float] = {}


def keep_up(conversation_id: UUID) -> None:
    """Fold, unless this process did so within the last second."""
    last = _folded.get(conversation_id)
    if last is None or time.monotonic() - last >= settings.BOARD_SECONDS:
        _folded[conversation_id] = time.monotonic()
        fold(conversation_id)


@transaction.atomic
def fold(conversation_id: UUID) -> int:
    """Sum the changes that are there into the tallies; return how many there were.

    Where another process is at it, do nothing: the rows that it does not see wait for the next.
    """
    if not Change.objects.filter(conversation=conversation_id).exists():
        return 0
    own = Conversation.objects.select_for_update(skip_locked=True, no_key=True)
    if not own.filter(id=conversation_id).exists():
        return 0
    rows = Change.objects.filter(conversation=conversation_id)
    changes = list(rows.values_list("id", "statement", "was", "now", "is_new"))
    _add(conversation_id, _sums(changes), sum(row[4] for row in changes))
    for start in range(0, len(changes), CHUNK):
        ids = [row[0] for row in changes[start : start + CHUNK]]
        Change.objects.filter(id__in=ids).delete()
    return len(changes)


def _sums(changes: list[tuple[UUID, UUID, int | None, int | None, bool]]) -> Tallies:
    sums: Tallies = Counter()
    for _id, statement, was, now, _new in changes:
        if was is not None:
            sums[statement, COLUMNS[was]] -= 1
        if now is not None:
            sums[statement, COLUMNS[now]] += 1
    return sums


def _add(conversation_id: UUID, sums: Tallies, newcomers: int) -> None:
    for name in COLUMNS.values():
        more = [(one, by) for (one, column), by in sums.items() if column == name and by]
        for start in range(0, len(more), CHUNK):
            part = more[start : start + CHUNK]
            whens = [When(id=one, then=Value(by)) for one, by in part]
            step = Case(*whens, default=Value(0), output_field=IntegerField())
            rows = Statement.objects.filter(id__in=[one for one, _by in part])
            rows.update(**{name: F(name) + step})
    if newcomers:
        Conversation.objects.filter(id=conversation_id).update(people=F("people") + newcomers)


def fold_all(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Fold whatever waits in a hub: for when nobody looks at a page."""
    for conversation_id in Change.objects.values_list("conversation", flat=True).distinct():
        fold(conversation_id)
