"""The steward says who lives here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.heard.errors import NoFigures, StewardsOnly
from gyda.heard.models import PopulationGroup, PopulationTable
from gyda.heard.queries.population import Population
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def load_population(
    *,
    who: Who,
    population: Population,
    source_cy: str,
    source_en: str,
    as_of_on: datetime.date,
    now: datetime.datetime | None = None,
) -> PopulationTable:
    """Put a table in the place of the one before."""
    if not who.actor.is_steward:
        raise StewardsOnly
    rows = [
        PopulationGroup(hub_id=who.hub_id, question=question, group=group, people=people)
        for question, groups in population.items()
        for group, people in groups.items()
    ]
    if not rows:
        raise NoFigures
    PopulationGroup.objects.all().delete()
    PopulationGroup.objects.bulk_create(rows)
    said = {
        "source_cy": source_cy, "source_en": source_en, "as_of_on": as_of_on,
        "loaded_by": who.actor, "loaded_at": now or timezone.now(),
    }  # fmt: skip
    table, _is_new = PopulationTable.objects.update_or_create(hub_id=who.hub_id, defaults=said)
    record(by=who, verb="population.loaded", about=table, public=True, rows=len(rows))
    return table
