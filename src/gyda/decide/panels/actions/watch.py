"""The rule on who sits, watched: that it is broken is said in public, and that it is mended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.actions.setup import stop_work
from gyda.decide.panels.models import (
    Panel,
    PanelAlert,
    PanelGroup,
    PanelInvitation,
    PanelSeat,
    PanelState,
    PoolPerson,
    Sits,
)
from gyda.decide.panels.quotas import FARTHEST, apart, features_of
from gyda.journal.actions import By
from gyda.people.who import GydaItself

TOO_LATE_CY = "Ni thynnwyd y panel mewn pryd, ac mae'r pwll wedi'i ddileu ar ei ddiwrnod."
TOO_LATE_EN = "The panel was not drawn in time, and the pool was deleted on its day."


def watch(panel: Panel, now: datetime.datetime) -> None:
    """Count anew, and open or close alerts; nobody sits yet, nobody breaks it.

    What the chair explained was the panel as it was: where others sit, it is explained anew.
    """
    if panel.explained:
        Panel.objects.filter(id=panel.id).update(explained_cy="", explained_en="")
    answers = list(PanelSeat.objects.taken().filter(panel=panel).values_list("answers", flat=True))
    ruled = PanelGroup.objects.filter(feature__panel=panel, over__isnull=False)
    for group in ruled.select_related("feature"):
        held = sum(one.get(group.feature.code) == group.code for one in answers)
        is_broken = bool(answers) and not keeps(held, len(answers), group.over or 0)
        _note_alert(panel, group, held, len(answers), is_broken, now)


def keeps(held: int, seats: int, over: int) -> bool:
    """Tell whether more than so many hundredths of the seats are held.

    >>> keeps(5, 7, 50), keeps(3, 7, 50), keeps(8, 16, 50)
    (True, False, False)
    """
    return held * 100 > seats * over


def _note_alert(
    panel: Panel, group: PanelGroup, held: int, seats: int, is_broken: bool, now: datetime.datetime
) -> None:
    names = {"feature_code": group.feature.code, "group_code": group.code}
    rows = PanelAlert.objects.filter(panel=panel, until_at__isnull=True, **names)
    stands, by = rows.first(), GydaItself(panel.hub_id)
    if is_broken and stands is None:
        PanelAlert.objects.create(panel=panel, held=held, seats=seats, since_at=now, **names)
        note(panel, by, "panel.rule_broken")
    elif is_broken:
        rows.update(held=held, seats=seats)
    elif stands is not None:
        rows.update(until_at=now)
        note(panel, by, "panel.rule_mended")


def require_composition(panel: Panel) -> None:
    """Raise where the rule is broken, or the panel is unlike the people and nobody says why."""
    broken = PanelAlert.objects.filter(panel=panel, until_at__isnull=True).first()
    if broken is not None:
        group = PanelGroup.objects.get(
            feature__panel=panel, feature__code=broken.feature_code, code=broken.group_code
        )
        raise errors.RuleBroken(over=group.over, group=group.name)
    if panel.explained:
        return
    answers = list(PanelSeat.objects.taken().filter(panel=panel).values_list("answers", flat=True))
    found = [one for feature in features_of(panel) if (one := apart(feature, answers))]
    worst = max(found, key=lambda one: one.value, default=None)
    if worst is not None and worst.is_too_far:
        limit = f"{float(FARTHEST):.2f}"
        raise errors.NotLikeThePeople(feature=worst.feature.name, apart=worst.shown, limit=limit)


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tick: delete pools whose day has come, and end panels whose last seat is over."""
    today = timezone.localdate(now)
    due = Panel.objects.filter(purge_on__lte=today, purged_at__isnull=True)
    for panel_id in due.values_list("id", flat=True):
        purge(panel_id=panel_id, now=now)
    over = PanelSeat.objects.filter(panel__state=PanelState.ENDED, panel__purged_at__isnull=False)
    over.exclude(answers={}).update(answers={})
    sitting = Panel.objects.filter(state=PanelState.SITTING).select_related("initiative")
    for panel in sitting:
        _over(panel, today, now)


@transaction.atomic
def purge(*, panel_id: UUID, now: datetime.datetime, by: By | None = None) -> None:
    """Delete the pool, with all names and answers that are not of someone who was drawn."""
    panel = locked(panel_id)
    if panel.purged_at:
        return
    if panel.state in (PanelState.GATHERING, PanelState.DRAWING):
        stop_work(panel)
        too_late = {"because_cy": TOO_LATE_CY, "because_en": TOO_LATE_EN, "ended_at": now}
        Panel.objects.filter(id=panel.id).update(state=PanelState.CANCELLED, **too_late)
    PanelSeat.objects.filter(panel=panel).update(person=None)
    PanelInvitation.objects.filter(panel=panel).delete()
    PoolPerson.objects.filter(panel=panel).delete()
    Panel.objects.filter(id=panel.id).update(purged_at=now)
    note(panel, by or GydaItself(panel.hub_id), "panel.purged")


@transaction.atomic
def _over(panel: Panel, today: datetime.date, now: datetime.datetime) -> None:
    """Let the seats end whose term is over; with the last one the panel ends."""
    seats = PanelSeat.objects.filter(panel=panel)
    over = seats.taken().filter(until_on__lt=today)
    if not over.update(state=Sits.LEFT, is_chair=False, left_at=now):
        return
    if seats.held().exists():
        watch(panel, now)
        return
    seats.filter(state=Sits.RESERVE).update(state=Sits.THANKED)
    Panel.objects.filter(id=panel.id).update(state=PanelState.ENDED, ended_at=now)
    note(panel, GydaItself(panel.hub_id), "panel.ended")
