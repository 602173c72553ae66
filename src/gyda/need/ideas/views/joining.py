"""What connectors do: joining two ideas, and undoing it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.need.ideas import queries
from gyda.need.ideas.actions import joining as joinings
from gyda.need.ideas.actions.parting import part
from gyda.need.ideas.forms import IntoForm, PartForm
from gyda.need.ideas.models import Idea
from gyda.people.access import HubRequest, connectors_only
from gyda.web.deeds import attempt, go


@connectors_only
def merge(request: HubRequest, idea: UUID) -> HttpResponse:
    """Join it with another one."""
    found = queries.shown_or_404(idea)
    form = IntoForm(request.POST or None, idea=found)

    def act() -> Idea:
        into = form.cleaned_data["into"]
        return joinings.merge(who=request.who, idea_id=found.id, into_id=into.id)

    if done := attempt(form, act):
        said = _("Joined. Everyone who supported it is told.")
        return go(request, said, "need:idea", done.result.id)
    near = queries.alike(found.title, found.what, found.language, but=found.id)
    context = {"form": form, "idea": found, "near": near}
    return render(request, "need/ideas/merge.html", context)


@connectors_only
def undo(request: HubRequest, joining: UUID) -> HttpResponse:
    """Part two ideas that were joined."""
    found = queries.joining_or_404(joining)
    if not queries.can_be_undone(found, timezone.now()):
        raise Http404
    form = PartForm(request.POST or None)

    def act() -> Idea:
        return part(who=request.who, joining_id=found.id, said=form.said())

    if done := attempt(form, act):
        said = _("They stand apart again. Everyone who was told of the joining is told.")
        return go(request, said, "need:idea", done.result.id)
    return render(request, "need/ideas/undo_joining.html", {"form": form, "joining": found})
