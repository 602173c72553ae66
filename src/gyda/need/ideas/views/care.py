"""What connectors do: paper lists, taking something down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import ngettext

from gyda.need.ideas import queries
from gyda.need.ideas.actions import supporting
from gyda.need.ideas.forms import PaperForm
from gyda.need.ideas.models import Point
from gyda.need.ideas.subjects import IDEAS, POINTS
from gyda.need.rulings import views as rulings
from gyda.people.access import HubRequest, connectors_only
from gyda.web.deeds import attempt, go


@connectors_only
def paper(request: HubRequest, idea: UUID) -> HttpResponse:
    """Type in a list that came on paper."""
    found = queries.shown_or_404(idea)
    form = PaperForm(request.POST or None)

    def act() -> supporting.Typed:
        return supporting.support_on_paper(who=request.who, idea_id=found.id, **form.cleaned_data)

    done = attempt(form, act)
    if done and not done.result.doubtful:
        return go(request, _counted(done.result), "need:idea", found.id)
    doubtful = done.result.doubtful if done else ()
    context = {"form": form, "idea": found, "doubtful": doubtful}
    return render(request, "need/ideas/paper.html", context)


def _counted(typed: supporting.Typed) -> str:
    new = ngettext("%(n)s person counted.", "%(n)s people counted.", typed.counted)
    again = ngettext("%(n)s stood there already.", "%(n)s stood there already.", typed.again)
    said = new % {"n": typed.counted}
    return f"{said} {again % {'n': typed.again}}" if typed.again else said


@connectors_only
def take_down(request: HubRequest, idea: UUID) -> HttpResponse:
    """Take an idea down."""
    return rulings.take_down(request, IDEAS, queries.shown_or_404(idea))


@connectors_only
def take_point_down(request: HubRequest, point: UUID) -> HttpResponse:
    """Take a point down."""
    found = get_object_or_404(Point.objects.shown().select_related("idea"), id=point)
    return rulings.take_down(request, POINTS, found)
