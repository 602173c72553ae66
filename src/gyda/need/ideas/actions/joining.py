"""Two ideas that say the same become one: supporters are joined, each counts once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from gyda.need.ideas import errors
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.actions.supporting import count_again
from gyda.need.ideas.models import Idea, Point, State, Support
from gyda.people.who import Who


@transaction.atomic
def merge(*, who: Who, idea_id: UUID, into_id: UUID) -> Idea:
    """Join an idea with another one, which keeps its words; the first keeps its page and points
    the way.
    """
    if not who.actor.is_connector:
        raise errors.NotForYou
    if idea_id == into_id:
        raise errors.WithItself
    both = Idea.objects.select_for_update().filter(id__in=(idea_id, into_id)).order_by("id")
    found = {idea.id: idea for idea in both}
    idea, into = found[idea_id], found[into_id]
    if not idea.is_open:
        raise errors.AnsweredAlready if idea.is_shown else errors.NoLongerOpen
    if not into.is_shown:
        raise errors.NoLongerOpen(field="into")
    _join(idea, into)
    note(who, "idea.merged", into, about=idea, into=str(into.id))
    tell_near(idea, "idea_merged", but=who.actor.id, into=into)
    return into


def _join(idea: Idea, into: Idea) -> None:
    Idea.objects.filter(id=idea.id).update(state=State.MERGED, merged_into=into)
    Idea.objects.filter(merged_into=idea).update(merged_into=into)
    theirs = Support.objects.filter(idea=into)
    members = theirs.filter(member__isnull=False).values("member_id")
    marks = theirs.exclude(mark="").values("mark")
    moving = Support.objects.filter(idea=idea).exclude(
        Q(member_id__in=members, member__isnull=False) | (Q(mark__in=marks) & ~Q(mark=""))
    )
    copies = [
        Support(hub_id=row.hub_id, idea=into, member_id=row.member_id, mark=row.mark,
                how=row.how, at=row.at)
        for row in moving.iterator()
    ]  # fmt: skip
    Support.objects.bulk_create(copies, batch_size=500)
    Point.objects.filter(idea=idea).update(idea=into)
    for one in (into, idea):
        count_points(one)
    count_again(into)
