"""The figures of the world: Carys wrote down her time, Alys loaded areas, all of it is counted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.utils import timezone

from gyda.deliver.figures.actions.areas import load_areas
from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.actions.work import note_time
from gyda.deliver.figures.area_table import Row
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who

AREAS = [Row("Pentre Isaf", 1, 600), Row("Pentre Uchaf", 4, 400)]


def figures_in(alys: Member, carys: Member) -> dict[str, UUID | str]:
    """Make all of it in the hub, and return what the samples need."""
    now = timezone.now()
    noted = note_time(
        who=Who(carys), on=timezone.localdate(now), minutes=45, task="VISITS", key=uuid7()
    )
    load_areas(who=Who(alys), rows=AREAS, source_cy="MALlC 2025", source_en="WIMD 2025")
    fold(hub_id=alys.hub_id, now=now)
    return {"connector time": noted.id, "month": f"{timezone.localdate(now):%Y-%m}"}
