"""The steward loads how deprived the places are where members live."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from gyda.deliver.figures.area_table import Row
from gyda.deliver.figures.errors import StewardsOnly
from gyda.deliver.figures.models import Area, AreaTable, Period
from gyda.journal.actions import record
from gyda.people.areas import folded
from gyda.people.who import Who


@transaction.atomic
def load_areas(
    *,
    who: Who,
    rows: Sequence[Row],
    source_cy: str,
    source_en: str,
    now: datetime.datetime | None = None,
) -> AreaTable:
    """Put a table in the place of the one before; all is then counted anew by it."""
    StewardsOnly.check(who)
    Area.objects.all().delete()
    Area.objects.bulk_create(
        Area(
            hub_id=who.hub_id,
            folded=folded(row.name),
            name=row.name,
            fifth=row.fifth,
            people=row.people,
        )
        for row in rows
    )
    said = {
        "source_cy": source_cy, "source_en": source_en,
        "loaded_by": who.actor, "loaded_at": now or timezone.now(),
    }  # fmt: skip
    table, _is_new = AreaTable.objects.update_or_create(hub_id=who.hub_id, defaults=said)
    Period.objects.all().delete()
    record(by=who, verb="figures.areas-loaded", about=table, public=True, rows=len(rows))
    return table
