"""Two ideas that say the same become one: supporters are joined, each counts once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gyda.need.ideas import errors
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.actions.supporting import count_again
from gyda.need.ideas.models import Idea, JoinedPoint, Joining, Point, State, Support
from gyda.people.who import Who


@transaction.atomic
def merge(*, who: Who, idea_id: UUID, into_id: UUID, now: datetime.datetime | None = None) -> Idea:
    """Join an idea with another one, which keeps its words; the first keeps its page and points
    the way.
    """
    if not who.actor.is_connector:
        raise errors.NotForYou
    if idea_id == into_id:
        raise errors.WithItself
    idea, into = both(idea_id, into_id)
    if not idea.is_open:
        raise errors.AnsweredAlready if idea.is_shown else errors.NoLongerOpen
    if not into.is_shown:
        raise errors.NoLongerOpen(field="into")
    joining = Joining.objects.create(idea=idea, into=into, by=who.actor, at=now or timezone.now())
    _join(joining, idea, into)
    note(who, "idea.merged", into, about=idea, into=str(into.id))
    tell_near(idea, "idea_merged", but=who.actor.id, into=into)
    return into


def both(idea_id: UUID, into_id: UUID) -> tuple[Idea, Idea]:
    """Return the two, locked: in the same order whoever asks."""
    rows = Idea.objects.select_for_update().filter(id__in=(idea_id, into_id)).order_by("id")
    found = {idea.id: idea for idea in rows}
    return found[idea_id], found[into_id]


def same_people(others: "QuerySet[Support]") -> Q:
    """Return what picks those out who stand among these supporters."""
    members = others.filter(member__isnull=False).values("member_id")
    marks = others.exclude(mark="").values("mark")
    return Q(member_id__in=members, member__isnull=False) | (Q(mark__in=marks) & ~Q(mark=""))


def _join(joining: Joining, idea: Idea, into: Idea) -> None:
    Idea.objects.filter(id=idea.id).update(state=State.MERGED, merged_into=into)
    Idea.objects.filter(merged_into=idea).update(merged_into=into)
    own = Support.objects.filter(idea=idea)
    moving = own.exclude(same_people(Support.objects.filter(idea=into)))
    copies = [
        Support(hub_id=row.hub_id, idea=into, member_id=row.member_id, mark=row.mark,
                how=row.how, at=row.at, came_with=joining)
        for row in moving.iterator()
    ]  # fmt: skip
    Support.objects.bulk_create(copies, batch_size=500)
    points = Point.objects.filter(idea=idea)
    went = [JoinedPoint(hub_id=point.hub_id, joining=joining, point=point) for point in points]
    JoinedPoint.objects.bulk_create(went, batch_size=500)
    points.update(idea=into)
    for one in (into, idea):
        count_points(one)
    count_again(into)
