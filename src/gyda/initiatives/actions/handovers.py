"""A task that passes to citizens, and its way back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.actions.letters import tell_those_near
from gyda.initiatives.actions.thread import Reason, held
from gyda.initiatives.models import Handover
from gyda.keys.once import once
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Terms:
    """What passes, what stays public, what money goes along, how it goes back."""

    organisation: Organisation
    task_cy: str
    task_en: str
    duty_cy: str
    duty_en: str
    way_back_cy: str
    way_back_en: str
    pence: int

    @property
    def columns(self) -> dict[str, Any]:
        return dict(vars(self))


@once
@transaction.atomic
def hand_over(
    *,
    who: Who,
    initiative_id: UUID,
    terms: Terms,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Handover:
    """Record in public that citizens take a task on, under these terms."""
    if key and (stored := Handover.objects.filter(request_key=key).first()):
        return stored
    initiative = held(who, initiative_id)
    handover = Handover.objects.create(
        initiative=initiative,
        by=who.subject,
        at=now or timezone.now(),
        request_key=key,
        **terms.columns,
    )
    organisation, pence = str(terms.organisation.id), terms.pence
    enter(
        initiative,
        who=who,
        verb="initiative.handed_over",
        organisation=organisation,
        pence=pence,
    )
    tell_those_near(initiative, "initiative_handover", but=who, handover=handover)
    return handover


@transaction.atomic
def hand_back(
    *, who: Who, handover_id: UUID, why: Reason, now: datetime.datetime | None = None
) -> Handover:
    """Give a task back to the organisation whose duty it stayed."""
    handover = Handover.objects.select_for_update().get(id=handover_id)
    initiative, reason = held(who, handover.initiative_id), why.check()
    if handover.back_at:
        raise errors.BackAlready
    Handover.objects.filter(id=handover.id).update(
        back_at=now or timezone.now(),
        back_because_cy=reason["because_cy"],
        back_because_en=reason["because_en"],
    )
    handover.refresh_from_db()
    organisation = str(handover.organisation_id)
    enter(initiative, who=who, verb="initiative.handed_back", organisation=organisation)
    tell_those_near(initiative, "initiative_handover", but=who, handover=handover)
    return handover
