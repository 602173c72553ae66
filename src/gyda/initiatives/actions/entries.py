"""An entry of the journal that also stands on the thread of an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.initiatives.models import Initiative, Moment
from gyda.journal.actions import By, record
from gyda.journal.models import Entry
from gyda.keys.models import HubModel
from gyda.people.models import Member


def enter(
    initiative: Initiative,
    *,
    who: By,
    verb: str,
    about: HubModel | None = None,
    public: bool = True,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> Entry:
    """Record a deed, of whichever stage room, on the initiative's timeline."""
    thread = str(initiative.id)
    entry = record(
        by=who,
        verb=verb,
        about=about or initiative,
        public=public,
        concerns=concerns,
        initiative=thread,
        **data,
    )
    Moment.objects.create(hub_id=initiative.hub_id, initiative=initiative, entry=entry)
    return entry
