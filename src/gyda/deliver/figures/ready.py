"""Tells the rooms below what figures bring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.deliver.figures import words
from gyda.deliver.figures.actions.fold import check, fold
from gyda.deliver.figures.homes import fifths, residents
from gyda.deliver.figures.models import AreaTable, ConnectorTime, Standing
from gyda.deliver.figures.queries.kept import area_table
from gyda.deliver.figures.queries.who import months_of
from gyda.deliver.figures.spans import month_of
from gyda.deliver.figures.verbs import SENTENCES
from gyda.heard import places
from gyda.journal import sentences
from gyda.keys import ticks
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
HOUR = datetime.timedelta(hours=1)


def register_all() -> None:
    """Register verbs, personal data and the counting."""
    sentences.register(SENTENCES)
    places.register(places.Places(fifths=fifths, residents=residents, table=area_table))
    register(ConnectorTime, export=_times, erase=keep)
    register(Standing, export=_standings, erase=keep)
    register(AreaTable, export=_tables, erase=keep)
    ticks.register("figures", fold, every=HOUR)
    ticks.register("figures against the ledger", check, every=24 * HOUR)


def _times(member: Member) -> Rows:
    rows = ConnectorTime.objects.filter(connector=member).order_by("id")
    return [dict(row) for row in rows.values("on", "minutes", "task")]


def _tables(member: Member) -> Rows:
    rows = AreaTable.objects.filter(loaded_by=member)
    return [dict(row) for row in rows.values("source_cy", "source_en", "loaded_at")]


def _standings(member: Member) -> Rows:
    here = month_of(timezone.now())
    return [
        {
            "took_part": str(words.PARTS.get(row.took_part, "")),
            "partners": str(words.PARTNERS.get(row.partners, "")),
            "quiet": str(words.QUIET.get(row.quiet, "")),
            "active_in": ", ".join(f"{month:%Y-%m}" for month in months_of(row, here)),
        }
        for row in Standing.objects.filter(member=member)
    ]
