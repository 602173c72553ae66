"""An idea that came through its cut is worked up into a proposal on an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction

from gyda.design.proposals.actions.beginning import Source, Words, begin
from gyda.design.proposals.models import Proposal
from gyda.initiatives.models import Initiative
from gyda.need.ideas import errors
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import CutLine, Idea
from gyda.people.who import Who


@transaction.atomic
def work_up(
    *,
    who: Who,
    idea_id: UUID,
    initiative: Initiative,
    words: Words,
    side: str,
    key: UUID | None = None,
) -> Proposal:
    """Begin a draft with its words; everyone near the idea is told. The same form sent twice is
    one proposal.
    """
    idea = Idea.objects.select_for_update().get(id=idea_id)
    if not idea.is_shown or not came_through(idea):
        raise errors.NotThroughACut
    if idea.initiative_id and idea.initiative_id != initiative.id:
        raise errors.AnotherInitiative
    is_new = key is None or not Proposal.objects.filter(request_key=key).exists()
    proposal = begin(
        who=who,
        initiative=initiative,
        words=words,
        side=side,
        source=Source(IDEA, idea.id),
        key=key,
    )
    if is_new:
        note(who, "idea.worked_up", idea, proposal=str(proposal.id))
        tell_near(idea, "idea_worked_up", but=who.actor.id, initiative=initiative)
    return proposal


def came_through(idea: Idea) -> bool:
    """Tell whether it went forward in the cut of some month."""
    return CutLine.objects.filter(idea=idea).exists()
