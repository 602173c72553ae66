"""The pool closes: everyone gets a number, and the work on the lots begins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.actions.setup import stop_work
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelFeature,
    PanelPromise,
    PanelState,
    Phase,
    PoolPerson,
    Way,
)
from gyda.decide.panels.models.draw import WORKS
from gyda.decide.panels.rules import require_clerk
from gyda.people.who import Who


@transaction.atomic
def close_pool(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> PanelDraw:
    """Close the pool, give out the numbers, and have the lots made."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.GATHERING)
    if not PanelFeature.objects.filter(panel=panel).exists():
        raise errors.NoQuotas
    if panel.way == Way.SEED and not PanelPromise.objects.filter(panel=panel).exists():
        raise errors.PromiseFirst
    people = _numbered(panel)
    if people < panel.seats:
        raise errors.TooFewPeople
    Panel.objects.filter(id=panel.id).update(state=PanelState.DRAWING, closed_at=now, people=people)
    draw = _ask(panel, who, now)
    note(panel, who, "panel.pool_closed", people=people)
    return draw


def _ask(panel: Panel, who: Who, now: datetime.datetime) -> PanelDraw:
    return PanelDraw.objects.create(
        panel=panel, seats=panel.seats, lots=panel.lots, asked_by=who.actor, asked_at=now
    )


def _numbered(panel: Panel) -> int:
    """Number the pool by what people answered: nobody can tell from a number who came when.

    The same file gives the same numbers each time it is brought in.
    """
    people = list(PoolPerson.objects.there().filter(panel=panel))
    people.sort(key=lambda one: (json.dumps(one.answers, sort_keys=True), one.id))
    for number, person in enumerate(people, start=1):
        person.number = number
    PoolPerson.objects.bulk_update(people, ["number"], batch_size=200)
    return len(people)


@transaction.atomic
def open_again(*, who: Who, panel_id: UUID) -> None:
    """Open the pool again when no panel keeps the quotas, or the work was stopped."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.DRAWING)
    rows = PanelDraw.objects.filter(panel=panel)
    if rows.filter(phase__in=[*WORKS, Phase.LISTED, Phase.DRAWN]).exists():
        raise errors.NotNow
    PoolPerson.objects.filter(panel=panel).update(number=None, times=None)
    Panel.objects.filter(id=panel.id).update(state=PanelState.GATHERING, closed_at=None, people=0)
    note(panel, who, "panel.pool_open_again")


@transaction.atomic
def stop(*, who: Who, panel_id: UUID) -> None:
    """Stop the work on the lots; once they are published, only calling the panel off does."""
    panel = locked(panel_id)
    require_clerk(who, panel)
    draws = PanelDraw.objects.filter(panel=panel)
    if not draws.filter(phase__in=WORKS).exists():
        raise errors.NotNow
    stop_work(panel)
    note(panel, who, "panel.drawing_stopped")


@transaction.atomic
def try_again(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> PanelDraw:
    """Have the lots made once more, after quotas were changed or the work was stopped."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.DRAWING)
    if PanelDraw.objects.filter(panel=panel, phase__in=[*WORKS, Phase.LISTED]).exists():
        raise errors.NotNow
    draw = _ask(panel, who, now or timezone.now())
    note(panel, who, "panel.lots_asked")
    return draw
