"""Points for and against, and agreeing with them; there is nothing to reply to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction

from gyda.initiatives.points import actions as points
from gyda.need.ideas import errors
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import Idea, Point, PointSupport, Side
from gyda.people.who import Who


@transaction.atomic
def make_point(
    *,
    who: Who,
    idea_id: UUID,
    side: str,
    text: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Point:
    """Say what speaks for it, or against; the same words from the same person stand once."""
    idea = Idea.objects.select_for_update().get(id=idea_id)
    if not idea.is_shown:
        raise errors.NoLongerOpen
    about = {"idea": idea}
    point, is_new = points.point_made(
        Point, who=who, about=about, side=side, text=text, language=language, now=now
    )
    if is_new:
        count_points(idea)
        note(who, f"idea.point_{side.lower()}", idea, about=point, under=str(idea.id))
    return point


@transaction.atomic
def agree(*, who: Who, point_id: UUID, now: datetime.datetime | None = None) -> None:
    """Agree with a point; the second time changes nothing."""
    point = _shown(point_id)
    if points.agreed(PointSupport, point, who.subject, now):
        note(who, "idea.point_agreed", point.idea, about=point, public=False)


@transaction.atomic
def agree_no_more(*, who: Who, point_id: UUID) -> None:
    """Take that back."""
    point = _shown(point_id)
    if points.agreed_no_more(PointSupport, point, who.subject):
        note(who, "idea.point_left", point.idea, about=point, public=False)


@transaction.atomic
def take_point_back(*, who: Who, point_id: UUID) -> None:
    """Take back a point of one's own; its words are gone."""
    point = _shown(point_id)
    if point.author_id != who.subject.id:
        raise errors.NotYourIdea
    points.take_back(point)
    count_points(point.idea)
    note(who, "idea.point_withdrawn", point.idea, about=point, public=False)


def count_points(idea: Idea) -> None:
    """Keep the counters true; the idea is locked, or its points are."""
    rows = Point.objects.shown().filter(idea=idea)
    Idea.objects.filter(id=idea.id).update(
        points_for=rows.filter(side=Side.FOR).count(),
        points_against=rows.filter(side=Side.AGAINST).count(),
    )


def _shown(point_id: UUID) -> Point:
    """Return a point that is shown, locked, under an idea that is."""
    point = Point.objects.select_for_update().get(id=point_id)
    if not (point.is_shown and point.idea.is_shown):
        raise errors.NoLongerOpen
    return point
