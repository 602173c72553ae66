"""A programme: what several initiatives share."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors
from gyda.initiatives.models import Programme
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def keep_programme(
    *,
    who: Who,
    title_cy: str,
    title_en: str,
    purpose_cy: str,
    purpose_en: str,
    programme_id: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Programme:
    """Open a programme, or put one in other words."""
    if not who.actor.is_connector:
        raise errors.NotInTheTeam
    words = {
        "title_cy": title_cy,
        "title_en": title_en,
        "purpose_cy": purpose_cy,
        "purpose_en": purpose_en,
    }
    if programme_id is None:
        programme = Programme.objects.create(
            by=who.actor, created_at=now or timezone.now(), **words
        )
        record(by=who, verb="programme.opened", about=programme, public=True)
        return programme
    Programme.objects.filter(id=programme_id).update(**words)
    programme = Programme.objects.get(id=programme_id)
    record(by=who, verb="programme.changed", about=programme, public=True)
    return programme
