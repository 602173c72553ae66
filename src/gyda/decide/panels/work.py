"""The work on the lots: a job of `gyda tick`, which says how far it is and can be stopped.

It runs outside of any transaction, so that others read how far it is. A process that dies leaves a
lease that runs out, and the next tick begins again: the same pool gives the same lots.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
import logging
import time
from collections import Counter
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from gyda.decide.panels.actions.common import note
from gyda.decide.panels.material import Task, lots_csv, mark_of, material_of, task_of
from gyda.decide.panels.models import PanelDraw, Phase, PoolPerson
from gyda.decide.panels.models.draw import WORKS, packed
from gyda.methods import lottery
from gyda.methods.errors import NotFeasible
from gyda.people.who import GydaItself

LEASE = datetime.timedelta(minutes=10)
EVERY = 0.5  # seconds between two notes of how far it is
LONGEST = 1800.0  # seconds for one call of the solver
STAGES = {
    "panels": Phase.PANELS,
    "chances": Phase.CHANCES,
    "lottery": Phase.LOTTERY,
    "lots": Phase.LOTS,
}
log = logging.getLogger("gyda.panels")


class Stopped(Exception):
    """Someone stopped it, or another process took it over."""


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tick: make the lots of one drawing that waits."""
    draw = PanelDraw.objects.filter(phase__in=WORKS).order_by("id").first()
    if draw is not None:
        carry_out(draw.id)


def carry_out(draw_id: UUID) -> bool:
    """Make the lots of a drawing; False when another process does, or it was stopped."""
    draw = _leased(draw_id)
    if draw is None:
        return False
    try:
        whole = material_of(draw.panel)
        _make(draw, task_of(draw, whole))
    except Stopped:
        return False
    except NotFeasible:
        _failed(draw)
    except lottery.TooLong as error:
        _end(draw, phase=Phase.FAILED, fault={"code": "too-long", "seconds": int(error.seconds)})
    return True


def _leased(draw_id: UUID) -> PanelDraw | None:
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    rows = PanelDraw.objects.filter(free, id=draw_id, phase__in=WORKS)
    if not rows.update(leased_until=now + LEASE, began_at=now, steps=0, phase=Phase.PANELS):
        return None
    found = PanelDraw.objects.select_related("panel", "panel__initiative")
    return found.defer("packed").get(id=draw_id)


class Progress:
    """Notes how far it is, twice a second at most, and hears whether it is to go on."""

    def __init__(self, draw: PanelDraw) -> None:
        self.draw, self.noted = draw, 0.0

    def __call__(self, stage: str, missed: float) -> None:
        phase = STAGES[stage]
        if time.monotonic() - self.noted < EVERY and phase == self.draw.phase:
            return
        self.draw.phase, self.noted = phase, time.monotonic()
        self.says(phase, round(missed * 1_000_000))

    def says(self, phase: Phase, missed: int = 0) -> None:
        """Keep it, unless it is no longer ours."""
        rows = PanelDraw.objects.filter(id=self.draw.id, phase__in=WORKS)
        kept = rows.update(
            phase=phase,
            missed=missed,
            steps=F("steps") + 1,
            leased_until=timezone.now() + LEASE,
        )
        if not kept:
            raise Stopped


def _make(draw: PanelDraw, task: Task) -> None:
    progress = Progress(draw)
    found = lottery.fair_lottery(
        task.pool, task.quotas, task.seats, seconds=LONGEST, on_step=progress
    )
    progress.says(Phase.LOTS)
    lots = lottery.lots_of(found)
    equal = lottery.rounded(found, draw.lots, on_step=lambda _off: progress("lots", 0.0))
    _publish(draw, task, lottery.proof_of(found, lots, equal), equal)


@transaction.atomic
def _publish(draw: PanelDraw, task: Task, proof: dict[str, Any], equal: lottery.Rounded) -> None:
    """Keep the lots and everyone's chance; from here on nothing of them changes."""
    times = Counter(person for lot in equal.lots for person in lot)
    counts = {person.id: times[person.id] for person in task.pool.people}
    if not draw.left:
        _give_chances(draw, counts)
    able = [count for count in counts.values() if count]
    _end(
        draw,
        phase=Phase.LISTED,
        packed=packed(proof),
        sha256=hashlib.sha256(lots_csv(equal.lots)).hexdigest(),
        lowest=min(able),
        highest=max(able),
        unselectable=len(counts) - len(able),
        changes=[_change(change) for change in task.changes],
        missed=equal.missed,
    )
    note(draw.panel, GydaItself(draw.hub_id), "panel.lots_listed", lots=len(equal.lots))


def _give_chances(draw: PanelDraw, counts: dict[str, int]) -> None:
    """Write down for everyone in how many lots they are."""
    people = list(PoolPerson.objects.there().filter(panel=draw.panel, number__isnull=False))
    for person in people:
        person.times = counts[mark_of(person.number or 0)]
    PoolPerson.objects.bulk_update(people, ["times"], batch_size=200)


def _end(draw: PanelDraw, **columns: Any) -> None:
    rows = PanelDraw.objects.filter(id=draw.id, phase__in=WORKS)
    if not rows.update(ended_at=timezone.now(), leased_until=None, **columns):
        raise Stopped


def _change(change: lottery.Change) -> list[Any]:
    return [change.quota.category, change.quota.value, change.least, change.most]


def _failed(draw: PanelDraw) -> None:
    """Say which quotas clash, and offer the smallest changes that would help."""
    whole = material_of(draw.panel)
    fault: dict[str, Any] = {"code": "no-panel", "ways": [], "clash": [], "homes": False}
    try:
        args = (whole.pool, whole.quotas, whole.seats)
        ways = lottery.smallest_changes(*args, seconds=60)
        clash = lottery.conflict(*args, seconds=60)
        fault["ways"] = [[_change(change) for change in way] for way in ways]
        fault["clash"] = [[q.category, q.value, q.least, q.most] for q in clash.quotas]
        fault["homes"] = "households" in clash.other
    except (lottery.TooLong, ValueError):
        log.info("no words for quotas that clash")
    _end(draw, phase=Phase.FAILED, fault=fault)
