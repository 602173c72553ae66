"""An idea is taken up in an initiative, or becomes one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction

from gyda.initiatives.actions import thread
from gyda.initiatives.models import Initiative
from gyda.initiatives.models.initiative import Beginning
from gyda.initiatives.rules import require_hold
from gyda.need.ideas import errors
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import Idea, State
from gyda.people.who import Who


@transaction.atomic
def take_up(*, who: Who, idea_id: UUID, initiative: Initiative) -> Idea:
    """Work on it in an initiative: its team says so, everyone near the idea is told."""
    require_hold(who, initiative)
    idea = Idea.objects.select_for_update().get(id=idea_id)
    if not idea.is_shown or idea.state == State.TAKEN_UP:
        raise errors.NoLongerOpen
    Idea.objects.filter(id=idea.id).update(state=State.TAKEN_UP, initiative=initiative)
    idea.refresh_from_db()
    note(who, "idea.taken_up", idea)
    tell_near(idea, "idea_taken_up", but=who.actor.id, initiative=initiative)
    return idea


@transaction.atomic
def begin(
    *, who: Who, idea_id: UUID, purpose: thread.Purpose, why: thread.Reason, side: str,
    key: UUID | None = None,
) -> Initiative:  # fmt: skip
    """Start an initiative with what the idea says; the idea is taken up in it."""
    initiative = thread.start(
        who=who, purpose=purpose, began_with=Beginning.WORDS, side=side, why=why, key=key
    )
    if Idea.objects.filter(id=idea_id, initiative=initiative, state=State.TAKEN_UP).exists():
        return initiative  # the same form sent twice
    take_up(who=who, idea_id=idea_id, initiative=initiative)
    return initiative
