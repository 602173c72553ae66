"""Points: saying one, agreeing, taking one's own back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.need.ideas import queries
from gyda.need.ideas.actions import points
from gyda.need.ideas.forms import PointForm
from gyda.need.ideas.models import Point
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def new(request: HubRequest, idea: UUID) -> HttpResponse:
    """Say what speaks for an idea, or against it."""
    found = queries.shown_or_404(idea)
    form = PointForm(request.POST or None, initial={"side": request.GET.get("side", "")})

    def act() -> Point:
        return points.make_point(who=request.who, idea_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("Your point stands there."), "need:idea", found.id)
    return render(request, "need/ideas/point.html", {"form": form, "idea": found})


def _pressed(
    request: HubRequest, point: UUID, act: Callable[..., object], words: str
) -> HttpResponse:
    found = get_object_or_404(Point.objects.shown().select_related("idea"), id=point)
    return press(
        request,
        lambda: act(who=request.who, point_id=found.id),
        words,
        "need:idea",
        found.idea_id,
    )


@require_POST
@members_only
def agree(request: HubRequest, point: UUID) -> HttpResponse:
    """Agree with a point."""
    return _pressed(request, point, points.agree, _("You agree with this point."))


@require_POST
@members_only
def agree_no_more(request: HubRequest, point: UUID) -> HttpResponse:
    """Take that back."""
    words = _("You no longer agree with this point.")
    return _pressed(request, point, points.agree_no_more, words)


@require_POST
@members_only
def take_back(request: HubRequest, point: UUID) -> HttpResponse:
    """Take one's own point back."""
    return _pressed(request, point, points.take_point_back, _("Your point is taken back."))
