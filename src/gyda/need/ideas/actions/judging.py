"""Taking something down with a reason; the appeal, heard by someone else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers.actions.ask import take_back
from gyda.need.ideas import errors
from gyda.need.ideas.actions.letters import tell_author
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea, Point, PointState, Ruling, State
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Said:
    """A reason in words, in one language."""

    words: str
    language: str


@transaction.atomic
def take_down(
    *, who: Who, ground: str, said: Said, idea_id: UUID | None = None, point_id: UUID | None = None
) -> Ruling:
    """Take an idea or a point down; who wrote it is told why and may appeal."""
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    idea, point = _found(idea_id, point_id)
    if not (point or idea).is_shown:
        raise errors.TakenDownAlready
    ruling = Ruling.objects.create(
        idea=None if point else idea, point=point, ground=ground, by=who.actor,
        words=said.words.strip(), language=said.language, at=timezone.now(),
    )  # fmt: skip
    _show(idea, point, is_shown=False)
    if point is None:
        take_back(by=who, kind=IDEA, about_id=idea.id)
    note(who, "idea.taken_down", idea, about=ruling, public=False)
    tell_author((point or idea).author, "idea_taken_down", ruling, ruling=ruling, idea=idea)
    return ruling


def _found(idea_id: UUID | None, point_id: UUID | None) -> tuple[Idea, Point | None]:
    if point_id is not None:
        point = Point.objects.select_for_update().get(id=point_id)
        return point.idea, point
    assert idea_id is not None
    return Idea.objects.select_for_update().get(id=idea_id), None


def _show(idea: Idea, point: Point | None, *, is_shown: bool) -> None:
    if point is not None:
        state = PointState.SHOWN if is_shown else PointState.REMOVED
        Point.objects.filter(id=point.id).update(state=state)
        count_points(idea)
        return
    Idea.objects.filter(id=idea.id).update(state=State.OPEN if is_shown else State.REMOVED)


@transaction.atomic
def appeal(
    *, who: Who, ruling_id: UUID, said: Said, now: datetime.datetime | None = None
) -> Ruling:
    """Ask someone else to look again."""
    ruling = Ruling.objects.select_for_update().get(id=ruling_id)
    if author_of(ruling) != who.subject:
        raise errors.NotYourIdea
    if ruling.appealed_at:
        raise errors.NoAppeal
    ruling.appeal, ruling.appeal_language = said.words.strip(), said.language
    ruling.appealed_at = now or timezone.now()
    ruling.save()
    note(who, "idea.appealed", idea_of(ruling), about=ruling, public=False)
    return ruling


@transaction.atomic
def decide(
    *, who: Who, ruling_id: UUID, stands: bool, said: Said, now: datetime.datetime | None = None
) -> Ruling:
    """Say whether it stays down; a steward does so who did not take it down."""
    ruling = Ruling.objects.select_for_update().get(id=ruling_id)
    if not who.actor.is_steward or who.is_acting:
        raise errors.NotForYou
    if ruling.appealed_at is None or ruling.decided_at:
        raise errors.NoAppeal
    if ruling.by_id == who.actor.id:
        raise errors.OwnRuling
    ruling.stands, ruling.decision = stands, said.words.strip()
    ruling.decision_language, ruling.decided_by = said.language, who.actor
    ruling.decided_at = now or timezone.now()
    ruling.save()
    idea = idea_of(ruling)
    if not stands:
        _show(idea, ruling.point, is_shown=True)
    verb = "idea.appeal_refused" if stands else "idea.appeal_upheld"
    note(who, verb, idea, about=ruling, public=False)
    tell_author(author_of(ruling), "idea_appeal", ruling, ruling=ruling, idea=idea)
    return ruling


def idea_of(ruling: Ruling) -> Idea:
    """Return the idea that it is about, or that the point stands under."""
    found: Idea = ruling.point.idea if ruling.point else ruling.idea
    return found


def author_of(ruling: Ruling) -> Member | None:
    """Return who wrote what was taken down."""
    author: Member | None = (ruling.point or ruling.idea).author
    return author
