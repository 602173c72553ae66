"""The end of a move: what stayed out is kept for mending, all else of the tables is forgotten."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.moving.actions.check import broken_rows, digests_of
from gyda.moving.models import File, Move, Phase, State
from gyda.moving.sheets.rows import Sheet
from gyda.moving.writing.kept_back import kept_back
from gyda.people.who import GydaItself

AT_ONCE = 100
KEPT = datetime.timedelta(days=30)  # then the names in what was kept back are forgotten too


@transaction.atomic
def finish(move: Move, sheets: Sequence[Sheet]) -> None:
    """Mark the move as done, once."""
    now = timezone.now()
    running = Move.objects.filter(id=move.id, state=State.RUNNING)
    over = {"phase": Phase.OVER, "state": State.DONE, "ended_at": now, "leased_until": None}
    broken = len(broken_rows(sheets))
    if not running.update(done=move.rows, broken=broken, **over):
        return
    for file, sheet in zip(move.files.order_by("id"), sheets, strict=True):
        faults = [fault for row in sheet.rows for fault in row.faults if not fault.is_note]
        kept = kept_back(file, faults) if faults else ""
        File.objects.filter(id=file.id).update(text=kept)
    counts = {name: number for name, number in move.counts.items() if isinstance(number, int)}
    record(
        by=GydaItself(move.hub_id),
        verb="moving.done",
        about=move,
        concerns=[move.by_id] if move.by_id else [],
        public=False,
        **{"files": digests_of(move), "imported": True, "broken": broken} | counts,
    )
    move.refresh_from_db()


def forget(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Let go of tables, and of what was wrong in them, a month after a move is over.

    One that never began is over a month after it was looked through.
    """
    drafts = Move.objects.filter(state=State.CHECKED, made_at__lte=now - KEPT)
    for move in drafts[:AT_ONCE]:
        _let_drop(move, now)
    over = Move.objects.filter(state__in=(State.DONE, State.DROPPED), ended_at__lte=now - KEPT)
    for move in over.filter(files__name__gt="").distinct()[:AT_ONCE]:
        _forget(move)


@transaction.atomic
def _let_drop(move: Move, now: datetime.datetime) -> None:
    checked = Move.objects.filter(id=move.id, state=State.CHECKED)
    if checked.update(state=State.DROPPED, ended_at=now):
        _forget(move)


@transaction.atomic
def _forget(move: Move) -> None:
    move.faults.all().delete()
    move.files.update(text="", name="")
