"""One idea: its words, its two columns, where it stands; and supporting it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals.queries import from_source
from gyda.design.proposals.registries import uses_of
from gyda.need.ideas import queries
from gyda.need.ideas.actions import supporting
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea, Point, Side, State
from gyda.need.rulings.queries import ruling_about
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press
from gyda.web.pictures import kept

Column = tuple[Side, list[tuple[Point, bool]]]


def idea(request: HubRequest, idea: UUID) -> HttpResponse:
    """Show it to everyone; what was taken down or back shows that alone."""
    who = request.who
    found = queries.idea_or_404(idea, who)
    if not found.is_shown:
        return _gone(request, found)
    is_author = bool(who) and found.author_id == who.subject.id
    on_agenda = found.state != State.OPEN
    context = {
        "idea": found,
        "picture": next(iter(found.pictures.all()), None),
        "columns": _columns(request, found),
        "supports": bool(who) and found.backs,
        "is_author": is_author,
        "is_connector": bool(who) and who.actor.is_connector,
        "line": queries.line_of(found) if on_agenda else None,
        "question": queries.question_of(found) if on_agenda else None,
        "proposals": from_source(IDEA, found.id) if on_agenda else [],
        **_joinings(request, found),
        "uses": uses_of(IDEA, found.id),
        "few": found.supports < queries.FEWEST,
    }
    return render(request, "need/ideas/idea.html", context)


def _joinings(request: HubRequest, found: Idea) -> dict[str, Any]:
    connects = bool(request.who) and request.who.actor.is_connector
    return {"joinings": queries.joinings_of(found, timezone.now()), "connects": connects}


def _columns(request: HubRequest, found: Idea) -> list[Column]:
    points = queries.points_of(found)
    mine = queries.agreed(request.who, points)
    return [(side, [(one, one.id in mine) for one in points[side]]) for side in Side]


def _gone(request: HubRequest, found: Idea) -> HttpResponse:
    """Say what became of it; its words are for who wrote it, and for connectors."""
    who = request.who
    is_author = bool(who) and found.author_id == who.subject.id
    ruling = ruling_about("idea", found) if found.state == State.REMOVED else None
    reads = is_author or (bool(who) and who.actor.is_connector)
    context = {"idea": found, "ruling": ruling, "reads": reads, **_joinings(request, found)}
    return render(request, "need/ideas/gone.html", context)


@require_POST
@members_only
def support(request: HubRequest, idea: UUID) -> HttpResponse:
    """Support it."""
    found = queries.shown_or_404(idea)
    return press(
        request,
        lambda: supporting.support(who=request.who, idea_id=found.id),
        _("You support this idea. You hear what becomes of it."),
        "need:idea",
        found.id,
    )


@require_POST
@members_only
def support_no_more(request: HubRequest, idea: UUID) -> HttpResponse:
    """Support it no longer."""
    found = queries.shown_or_404(idea)
    return press(
        request,
        lambda: supporting.support_no_more(who=request.who, idea_id=found.id),
        _("You no longer support this idea."),
        "need:idea",
        found.id,
    )


def picture(request: HubRequest, idea: UUID, size: str) -> HttpResponse:
    """Hand out the picture of an idea that is shown."""
    found = queries.idea_or_404(idea)
    if not found.is_shown:
        raise Http404
    return kept.shown(next(iter(found.pictures.all()), None), size)
