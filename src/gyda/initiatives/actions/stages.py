"""Moving between stages, and the decision-rights line of each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors, rules
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.actions.letters import tell_those_near
from gyda.initiatives.actions.thread import Reason, held
from gyda.initiatives.models import Initiative, Lead, Move, Right, Say
from gyda.people.who import Who

SENSELESS = {(Say.CITIZEN, Lead.PROFESSIONALS), (Say.INFORMED, Lead.CITIZENS)}


@transaction.atomic
def move(
    *,
    who: Who,
    initiative_id: UUID,
    stage: str,
    why: Reason,
    now: datetime.datetime | None = None,
) -> Initiative:
    """Enter another stage, forward or back, with the reason that everyone reads."""
    initiative, reason = held(who, initiative_id), why.check()
    rules.check_move(initiative, stage)
    left = initiative.stage
    Move.objects.create(
        initiative=initiative,
        left=left,
        entered=stage,
        by=who.subject,
        at=now or timezone.now(),
        **reason,
    )
    Initiative.objects.filter(id=initiative.id).update(stage=stage)
    initiative.refresh_from_db()
    enter(initiative, who=who, verb=f"initiative.entered_{stage.lower()}", left=left)
    tell_those_near(initiative, "initiative_moved", but=who, reason=reason)
    return initiative


@transaction.atomic
def set_right(
    *,
    who: Who,
    initiative_id: UUID,
    stage: str,
    say: str,
    lead: str,
    why: Reason,
    now: datetime.datetime | None = None,
) -> Right:
    """Say who leads a stage and who decides in it; what held before stays readable."""
    initiative, reason = held(who, initiative_id), why.check()
    if (say, lead) in SENSELESS:
        raise errors.MakesNoSense
    now = now or timezone.now()
    before = Right.objects.in_force().filter(initiative=initiative, stage=stage).first()
    if before and (before.say, before.lead) == (say, lead):
        raise errors.SameRight
    Right.objects.in_force().filter(initiative=initiative, stage=stage).update(until_at=now)
    right = Right.objects.create(
        initiative=initiative,
        stage=stage,
        say=say,
        lead=lead,
        by=who.subject,
        since_at=now,
        **reason,
    )
    verb = f"initiative.right_{_way(before, say)}"
    enter(initiative, who=who, verb=verb, stage=stage, say=say, lead=lead)
    tell_those_near(initiative, "initiative_right", but=who, right=right, before=before)
    return right


def _way(before: Right | None, say: str) -> str:
    """Return in which direction the say of citizens goes, so that no change is silent."""
    if before is None:
        return "said"
    rank = Say.values.index
    if rank(say) == rank(before.say):
        return "kept"
    return "raised" if rank(say) > rank(before.say) else "lowered"
