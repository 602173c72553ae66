"""Points for and against, and agreeing with them; there is nothing to reply to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.ideas import errors
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.models import Idea, Point, PointState, PointSupport, Side
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
    mine = Point.objects.shown().filter(idea=idea, author=who.subject, side=side)
    if stored := mine.filter(text=text.strip()).first():
        return stored
    point = Point.objects.create(
        idea=idea, side=side, text=text.strip(), language=language, author=who.subject,
        at=now or timezone.now(),
    )  # fmt: skip
    count_points(idea)
    note(who, f"idea.point_{side.lower()}", idea, about=point, under=str(idea.id))
    return point


@transaction.atomic
def agree(*, who: Who, point_id: UUID, now: datetime.datetime | None = None) -> None:
    """Agree with a point; the second time changes nothing."""
    point = _shown(point_id)
    _row, is_new = PointSupport.objects.get_or_create(
        point=point, member=who.subject, defaults={"at": now or timezone.now()}
    )
    if is_new:
        _count(point)
        note(who, "idea.point_agreed", point.idea, about=point, public=False)


@transaction.atomic
def agree_no_more(*, who: Who, point_id: UUID) -> None:
    """Take that back."""
    point = _shown(point_id)
    gone, _rows = PointSupport.objects.filter(point=point, member=who.subject).delete()
    if gone:
        _count(point)
        note(who, "idea.point_left", point.idea, about=point, public=False)


@transaction.atomic
def take_point_back(*, who: Who, point_id: UUID) -> None:
    """Take back a point of one's own; its words are gone."""
    point = _shown(point_id)
    if point.author_id != who.subject.id:
        raise errors.NotYourIdea
    Point.objects.filter(id=point.id).update(state=PointState.WITHDRAWN, text="")
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


def _count(point: Point) -> None:
    count = PointSupport.objects.filter(point=point).count()
    Point.objects.filter(id=point.id).update(supports=count)
