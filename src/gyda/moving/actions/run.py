"""Carries a move out: piece by piece, each piece whole or not at all, and again from where it was.

Every piece is one transaction. What a piece adds has keys that follow from its rows, so a move
that was killed is planned anew, finds what is there already, and goes on with the rest.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.keys.context import current_hub
from gyda.moving.actions.check import sheets_of
from gyda.moving.actions.finish import finish
from gyda.moving.actions.pieces import Work
from gyda.moving.actions.pieces.balances import bring_balances
from gyda.moving.actions.pieces.listings import bring_listings
from gyda.moving.actions.pieces.people import bring_people
from gyda.moving.actions.pieces.transfers import bring_transfers, put_limits_back
from gyda.moving.models import Move, Phase, State
from gyda.moving.plan import make_plan

LEASE = datetime.timedelta(minutes=2)
A_WHILE = 25.0  # seconds that a tick may give to it: letters of other hubs wait meanwhile

Piece = Callable[[], None]
OnStep = Callable[[int, int | None], None]

STEPS: tuple[tuple[Phase, Callable[[Work], Iterator[int]]], ...] = (
    (Phase.PEOPLE, bring_people),
    (Phase.LISTINGS, bring_listings),
    (Phase.TRANSFERS, bring_transfers),
    (Phase.BALANCES, bring_balances),
    (Phase.LIMITS, put_limits_back),
)


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Go on with the hub's move that is under way, for a while."""
    move = Move.objects.filter(state=State.RUNNING).first()
    if move:
        carry_on(move, seconds=A_WHILE)


def carry_on(move: Move, *, seconds: float | None = None, on_step: OnStep | None = None) -> bool:
    """Bring in what is still to come; False when the time was over before, or another does it."""
    if not _leased(move):
        return False
    end = time.monotonic() + seconds if seconds else None
    sheets = sheets_of(move)
    work = Work(move, make_plan(sheets, move.on), sheets)
    for phase, bring in STEPS:
        for done in bring(work):
            _note(move, phase, done)
            if on_step:
                on_step(move.done, move.rows)
            if end and time.monotonic() > end:
                Move.objects.filter(id=move.id).update(leased_until=None)
                return False
    finish(move, sheets)
    return True


def _leased(move: Move) -> bool:
    """Take the move, unless another process works on it."""
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    running = Move.objects.filter(free, id=move.id, state=State.RUNNING, hub_id=current_hub())
    return bool(running.update(leased_until=now + LEASE))


@transaction.atomic
def _note(move: Move, phase: Phase, done: int) -> None:
    move.phase, move.done = phase, max(move.done, min(done, move.rows))
    rows = Move.objects.filter(id=move.id)
    rows.update(phase=phase, done=move.done, leased_until=timezone.now() + LEASE)
