"""Every read of ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from gyda.answers.models import Question
from gyda.answers.queries import asked_about
from gyda.design.proposals.registries import Seed
from gyda.initiatives.models import Initiative, Seat
from gyda.methods.likeness import likeness, trigrams
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import (
    Cut,
    CutLine,
    Idea,
    IdeaCategory,
    IdeaPicture,
    IdeaPolicy,
    Joining,
    Point,
    PointSupport,
    Side,
    State,
    Support,
)
from gyda.need.ideas.models.idea import IdeaQuerySet
from gyda.people.who import Who

MANY = 200
NEWEST = 500  # so many are compared with a new one
ALIKE = Fraction(2, 5)
FEWEST = 5  # fewer supporters than that are no public figure
SEEDS = 50  # ideas that are offered to who prepares a ballot
ORDERS = ("newest", "most")


@dataclass(frozen=True)
class Wanted:
    """Which ideas a list shows."""

    category: UUID | None = None
    state: str = ""
    initiative: UUID | None = None


def listed(wanted: Wanted) -> IdeaQuerySet:
    """Return ideas that are shown."""
    rows = Idea.objects.shown().select_related("category")
    if wanted.category:
        rows = rows.filter(category=wanted.category)
    if wanted.state in (State.OPEN, State.AGENDA, State.TAKEN_UP):
        rows = rows.filter(state=wanted.state)
    if wanted.initiative:
        rows = rows.filter(initiative=wanted.initiative)
    return rows


def idea_or_404(idea_id: UUID, who: Who | None = None) -> Any:
    """Return an idea, whatever became of it; its page says so. `backs`: whether `who` does."""
    rows: Any = Idea.objects.select_related(
        "category", "initiative", "author", "organisation", "merged_into"
    ).prefetch_related(Prefetch("pictures", queryset=IdeaPicture.objects.all()))
    this = OuterRef("id")
    joined = Joining.objects.filter(Q(idea=this) | Q(into=this))
    rows = rows.annotate(was_joined=Exists(joined))
    if who:
        rows = rows.annotate(backs=Exists(Support.objects.filter(idea=this, member=who.subject)))
    return get_object_or_404(rows, id=idea_id)


@dataclass(frozen=True)
class Joined:
    """A joining as one of the two ideas tells it."""

    row: Joining
    other: Idea
    can_be_undone: bool


def joinings_of(idea: Any, now: datetime.datetime) -> list[Joined]:
    """Return what an idea was joined with, and parted from; no query where there was nothing."""
    if not idea.was_joined:
        return []
    rows = Joining.objects.filter(Q(idea=idea) | Q(into=idea)).select_related("idea", "into")
    return [
        Joined(row, row.into if row.idea_id == idea.id else row.idea, can_be_undone(row, now))
        for row in rows.order_by("-id")[:MANY]
    ]


def can_be_undone(joining: Joining, now: datetime.datetime) -> bool:
    return joining.undone_at is None and now <= joining.until and joining.is_last


def joining_or_404(joining_id: UUID) -> Joining:
    return get_object_or_404(Joining.objects.select_related("idea", "into"), id=joining_id)


def shown_or_404(idea_id: UUID) -> Idea:
    """Return an idea that is shown."""
    return get_object_or_404(Idea.objects.shown(), id=idea_id)


def seeds(initiative: Initiative | None, idea_id: UUID | None = None) -> list[Seed]:
    """Return the ideas of an initiative, or of the whole hub, that have the most support."""
    rows = Idea.objects.shown().order_by("-supports", "id")
    rows = rows.filter(initiative=initiative) if initiative else rows
    rows = rows.filter(id=idea_id) if idea_id else rows
    return [Seed(one.id, one.title, one.what, one.language) for one in rows[:SEEDS]]


def points_of(idea: Idea) -> dict[str, list[Point]]:
    """Return the two columns, the most agreed with first."""
    rows = Point.objects.shown().filter(idea=idea).select_related("author")
    points = list(rows.order_by("-supports", "id")[: 2 * MANY])
    return {side: [point for point in points if point.side == side] for side in Side}


def agreed(who: Who | None, points: dict[str, list[Point]]) -> set[UUID]:
    """Return the points that this reader agrees with."""
    ids = [point.id for column in points.values() for point in column]
    if not who or not ids:
        return set()
    rows = PointSupport.objects.filter(member=who.subject, point_id__in=ids)
    return set(rows.values_list("point_id", flat=True))


def question_of(idea: Idea) -> Question | None:
    """Return what is asked about an idea on the agenda, with the answer that holds."""
    found = asked_about(IDEA, [idea.id]).get(idea.id, [])
    return found[-1] if found else None


def line_of(idea: Idea) -> CutLine | None:
    return CutLine.objects.filter(idea=idea).select_related("cut").first()


def alike(title: str, what: str, language: str, but: UUID | None = None) -> list[Idea]:
    """Return up to five of the newest ideas in that language whose words are nearly the same."""
    rows = Idea.objects.shown().filter(language=language).order_by("-id")
    rows = rows.exclude(id=but) if but else rows
    own_title, own_all = trigrams(title, language), trigrams(f"{title} {what}", language)
    found = []
    for idea in rows[:NEWEST]:
        both = (
            likeness(own_title, trigrams(idea.title, language)),
            likeness(own_all, trigrams(f"{idea.title} {idea.what}", language)),
        )
        if max(both) >= ALIKE:
            found.append((max(both), idea))
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [idea for _share, idea in found[:5]]


def categories() -> list[IdeaCategory]:
    rows = IdeaCategory.objects.in_use().order_by("name_cy", "id")
    return list(rows.select_related("organisation")[:MANY])


def category_or_404(category_id: UUID) -> IdeaCategory:
    return get_object_or_404(IdeaCategory, id=category_id)


def policy() -> IdeaPolicy:
    return IdeaPolicy.objects.select_related("organisation").first() or IdeaPolicy()


def cuts() -> "QuerySet[Cut]":
    """Return the months, newest first, each with its lines."""
    lines = CutLine.objects.select_related("idea", "category").order_by("why", "place", "id")
    return Cut.objects.prefetch_related(Prefetch("lines", queryset=lines))


def questions_of(cuts_: list[Cut]) -> dict[UUID, Question]:
    """Return what was asked about the ideas of some months."""
    ids = [line.idea_id for cut in cuts_ for line in cut.lines.all()]
    return {about: asked[-1] for about, asked in asked_about(IDEA, ids).items()}


def initiatives_of(who: Who) -> "QuerySet[Initiative]":
    """Return those in which this person may take an idea up."""
    rows = Initiative.objects.under_way()
    if not who.actor.is_connector:
        seats = Seat.objects.taken().filter(member=who.subject).values("initiative_id")
        rows = rows.filter(Q(id__in=seats))
    return rows.order_by("-id")


def as_line(idea: Idea) -> dict[str, Any]:
    """Return what the open data says of an idea; nobody is named."""
    few = idea.supports < FEWEST
    return {
        "id": str(idea.id),
        "title": idea.title,
        "what": idea.what,
        "place": idea.place,
        "language": idea.language,
        "category": str(idea.category_id) if idea.category_id else None,
        "initiative": str(idea.initiative_id) if idea.initiative_id else None,
        "state": idea.state,
        "supports": None if few else idea.supports,
        "points_for": idea.points_for,
        "points_against": idea.points_against,
        "on": idea.at.date().isoformat(),
    }
