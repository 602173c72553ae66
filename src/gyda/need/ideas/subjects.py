"""Ideas and points as things that can be taken down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.answers.actions.hiding import hide, show_again
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.recording import note
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea, Point, PointState, State
from gyda.need.rulings.models import Ruling
from gyda.need.rulings.subjects import Subject
from gyda.people.who import Who


class OfIdea(Subject):
    """An idea; the clock of an answer stops with it, and begins anew when it comes back."""

    column, room, label = "idea", "idea", _("An idea")
    words = "need/ideas/parts/idea_taken_down.html"
    related = ("idea__author", "idea__initiative")

    def locked(self, about_id: UUID) -> Idea:
        return Idea.objects.select_for_update().get(id=about_id)

    def shown_as(self, about: Idea) -> str:
        return about.state if about.is_shown else ""

    def hide(self, who: Who, about: Idea) -> None:
        Idea.objects.filter(id=about.id).update(state=State.REMOVED)
        hide(by=who, kind=IDEA, about_id=about.id)

    def show(self, who: Who, about: Idea, was: str) -> None:
        Idea.objects.filter(id=about.id).update(state=was or State.OPEN)
        show_again(by=who, kind=IDEA, about_id=about.id)

    def note(self, who: Who, verb: str, ruling: Ruling) -> None:
        note(who, f"idea.{verb}", ruling.about, about=ruling, public=False)

    def page(self, about: Any) -> tuple[str, UUID]:
        return "need:idea", about.id


class OfPoint(Subject):
    """A point for or against."""

    column, room, label = "point", "idea", _("A point under an idea")
    words = "need/ideas/parts/point_taken_down.html"
    related = ("point__author", "point__idea__initiative")

    def locked(self, about_id: UUID) -> Point:
        return Point.objects.select_for_update().get(id=about_id)

    def shown_as(self, about: Point) -> str:
        return about.state if about.is_shown else ""

    def hide(self, who: Who, about: Point) -> None:
        self._put(about, PointState.REMOVED)

    def show(self, who: Who, about: Point, was: str) -> None:
        self._put(about, PointState.SHOWN)

    def _put(self, about: Point, state: PointState) -> None:
        Point.objects.filter(id=about.id).update(state=state)
        count_points(about.idea)

    def note(self, who: Who, verb: str, ruling: Ruling) -> None:
        note(who, f"idea.{verb}", ruling.about.idea, about=ruling, public=False)

    def page(self, about: Point) -> tuple[str, UUID]:
        return "need:idea", about.idea_id


IDEAS, POINTS = OfIdea(), OfPoint()
