"""A joining is undone: supporters and points go back to where they were."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.ideas import errors
from gyda.need.ideas.actions.joining import both, same_people
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.actions.supporting import count_again
from gyda.need.ideas.models import Idea, JoinedPoint, Joining, Point, State, Support
from gyda.need.rulings.actions import Said
from gyda.people.who import Who


@transaction.atomic
def part(*, who: Who, joining_id: UUID, said: Said, now: datetime.datetime | None = None) -> Idea:
    """Part two ideas that were joined, and tell everyone who was told of the joining.

    Who supported both supports both again; who came to the joined idea later stays with it.
    """
    now = now or timezone.now()
    if not who.actor.is_connector:
        raise errors.NotForYou
    joining = Joining.objects.select_for_update().get(id=joining_id)
    idea, into = joining.idea, joining.into = both(joining.idea_id, joining.into_id)
    _check(joining, now)
    joining.undone_at, joining.undone_by = now, who.actor
    joining.words, joining.language = said.words.strip(), said.language
    joining.save()
    _part(joining, idea, into)
    note(who, "idea.parted", into, about=idea, apart=str(into.id))
    tell_near(idea, "idea_parted", but=who.actor.id, into=into, joining=joining)
    idea.refresh_from_db()
    return idea


def _check(joining: Joining, now: datetime.datetime) -> None:
    if joining.undone_at:
        raise errors.PartedAlready
    if now > joining.until:
        raise errors.JoinedTooLongAgo
    if not joining.is_last:
        raise errors.JoinedFurther


def _part(joining: Joining, idea: Idea, into: Idea) -> None:
    """What was joined with the idea before points to it once more."""
    Idea.objects.filter(id=idea.id).update(state=State.OPEN, merged_into=None)
    before = Joining.objects.standing().filter(into=idea).values("idea_id")
    Idea.objects.filter(id__in=before, merged_into=into).update(merged_into=idea)
    _supporters_leave(joining, into)
    went = JoinedPoint.objects.filter(joining=joining).values("point_id")
    Point.objects.filter(id__in=went, idea=into).update(idea=idea)
    for one in (into, idea):
        count_points(one)
        count_again(one)


def _supporters_leave(joining: Joining, into: Idea) -> None:
    """Their support of the first idea was never taken away; who came with another one too stays."""
    leaving = Support.objects.filter(idea=into, came_with=joining)
    for other in Joining.objects.standing().filter(into=into).order_by("id"):
        others = Support.objects.filter(idea=other.idea_id)
        leaving.filter(same_people(others)).update(came_with=other)
    leaving.delete()
