"""Starting an initiative, changing its words, ending it and taking it up again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors, rules
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.actions.letters import tell_those_near
from gyda.initiatives.actions.seats import sit
from gyda.initiatives.models import Initiative, Lead, Move, Programme, Right, Say, Stage
from gyda.initiatives.models.initiative import State
from gyda.keys.once import once
from gyda.people.who import Who


@dataclass(frozen=True)
class Purpose:
    """What the hub publishes of an initiative, in both languages."""

    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    place_cy: str = ""
    place_en: str = ""
    programme: Programme | None = None

    @property
    def columns(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Reason:
    """Why, in both languages."""

    because_cy: str
    because_en: str

    def check(self) -> dict[str, str]:
        """Return the columns, or raise where a reader would not be told."""
        rules.check_reason(self.because_cy, self.because_en)
        return {"because_cy": self.because_cy.strip(), "because_en": self.because_en.strip()}


@once
@transaction.atomic
def start(
    *,
    who: Who,
    purpose: Purpose,
    began_with: str,
    side: str,
    why: Reason,
    say: str = Say.JOINT,
    lead: str = Lead.TOGETHER,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Initiative:
    """Open the thread at the stage of need, with who starts it in the team."""
    if key and (stored := Initiative.objects.filter(request_key=key).first()):
        return stored
    now, reason = now or timezone.now(), why.check()
    initiative = Initiative.objects.create(
        by=who.subject, began_with=began_with, started_at=now, request_key=key, **purpose.columns
    )
    common = {"initiative": initiative, "by": who.subject, **reason}
    Move.objects.create(left="", entered=Stage.NEED, at=now, **common)
    Right.objects.create(stage=Stage.NEED, say=say, lead=lead, since_at=now, **common)
    sit(initiative, who.subject, side, now=now)
    enter(initiative, who=who, verb="initiative.started", began_with=began_with)
    return initiative


@transaction.atomic
def change(*, who: Who, initiative_id: UUID, purpose: Purpose) -> Initiative:
    """Put it in other words; what it is about stays on the timeline."""
    initiative = held(who, initiative_id)
    Initiative.objects.filter(id=initiative.id).update(**purpose.columns)
    enter(initiative, who=who, verb="initiative.changed")
    initiative.refresh_from_db()
    return initiative


@transaction.atomic
def end(
    *, who: Who, initiative_id: UUID, why: Reason, now: datetime.datetime | None = None
) -> Initiative:
    """End it, with the reason that everyone reads."""
    initiative, reason = held(who, initiative_id), why.check()
    Initiative.objects.filter(id=initiative.id).update(
        state=State.ENDED,
        ended_at=now or timezone.now(),
        ended_because_cy=reason["because_cy"],
        ended_because_en=reason["because_en"],
    )
    initiative.refresh_from_db()
    enter(initiative, who=who, verb="initiative.ended")
    tell_those_near(initiative, "initiative_ended", but=who)
    return initiative


@transaction.atomic
def take_up(*, who: Who, initiative_id: UUID) -> Initiative:
    """Go on with what had ended, at the stage where it stood."""
    initiative = Initiative.objects.select_for_update().get(id=initiative_id)
    if not rules.may_hold(who, initiative):
        raise errors.NotInTheTeam
    if initiative.is_open:
        raise errors.HasNotEnded
    Initiative.objects.filter(id=initiative.id).update(
        state=State.OPEN, ended_at=None, ended_because_cy="", ended_because_en=""
    )
    initiative.refresh_from_db()
    enter(initiative, who=who, verb="initiative.taken_up")
    return initiative


def held(who: Who, initiative_id: UUID) -> Initiative:
    """Return the initiative, locked, if it is under way and this person looks after it."""
    initiative = Initiative.objects.select_for_update().get(id=initiative_id)
    rules.require_hold(who, initiative)
    return initiative
