"""What is held on a member about ideas: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F, Q

from gyda.initiatives.points.actions import forget_supports
from gyda.need.ideas.actions.picture import throw_away
from gyda.need.ideas.actions.points import count_points
from gyda.need.ideas.actions.supporting import count_again
from gyda.need.ideas.models import Idea, Joining, Point, PointState, PointSupport, State, Support
from gyda.people.data import burn_letters_about, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def export_ideas(member: Member) -> Rows:
    """Return the ideas that the member wrote."""
    rows = Idea.objects.filter(author=member).order_by("id")
    return [
        dict(row)
        for row in rows.values("title", "place", "language", "state", "at", words=F("what"))
    ]


def erase_ideas(member: Member) -> None:
    """Forget those that nobody else supports; the others stay as the hub's, without a name."""
    for idea in Idea.objects.filter(author=member):
        throw_away(idea)
        if not Support.objects.filter(idea=idea).exclude(member=member).exists():
            gone = {"title": "", "what": "", "place": "", "merged_into": None}
            Idea.objects.filter(id=idea.id).update(state=State.WITHDRAWN, **gone)
            burn_letters_about([idea.id])
        Idea.objects.filter(id=idea.id).update(author=None)


def export_supports(member: Member) -> Rows:
    """Return the ideas that the member supports."""
    rows = Support.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("how", "at", title=F("idea__title"))]


def erase_supports(member: Member) -> None:
    """Take them out of the counts: nobody is behind them any more."""
    rows = Support.objects.filter(member=member).select_related("idea")
    ideas = [row.idea for row in rows]
    rows.delete()
    for idea in ideas:
        count_again(idea)


def export_points(member: Member) -> Rows:
    """Return the points that the member made."""
    rows = Point.objects.filter(author=member).order_by("id")
    return [
        dict(row) for row in rows.values("language", "at", words=F("text"), title=F("idea__title"))
    ]


def erase_points(member: Member) -> None:
    """Forget their words."""
    rows = Point.objects.filter(author=member).select_related("idea")
    ideas = {row.idea_id: row.idea for row in rows}
    rows.update(state=PointState.WITHDRAWN, text="")
    for idea in ideas.values():
        count_points(idea)


def export_agreed(member: Member) -> Rows:
    """Return the points that the member agrees with."""
    rows = PointSupport.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("at", words=F("point__text"))]


def erase_agreed(member: Member) -> None:
    forget_supports(PointSupport, member)


def export_joinings(member: Member) -> Rows:
    """Return what the member joined, and what they parted, as a connector."""
    rows = Joining.objects.filter(Q(by=member) | Q(undone_by=member)).order_by("id")
    return [dict(row) for row in rows.values("at", "undone_at", title=F("idea__title"))]


def erase_joinings(member: Member) -> None:
    """What they did in office stays, without a name."""


def register_all() -> None:
    register(Joining, export=export_joinings, erase=erase_joinings)
    register(Support, export=export_supports, erase=erase_supports)
    register(PointSupport, export=export_agreed, erase=erase_agreed)
    register(Point, export=export_points, erase=erase_points)
    register(Idea, export=export_ideas, erase=erase_ideas)
