"""An idea becomes a proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.design.proposals.forms import BeginForm
from gyda.design.proposals.models import Proposal
from gyda.need.ideas import queries
from gyda.need.ideas.actions import working_up
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go


@members_only
def work_up(request: HubRequest, idea: UUID) -> HttpResponse:
    """Begin a proposal with the idea's words."""
    found = queries.shown_or_404(idea)
    if not working_up.came_through(found):
        raise Http404
    initial = {name: getattr(found, name) for name in ("title", "what", "language")}
    initial["initiative"] = found.initiative_id
    form = BeginForm(request.POST or None, initial=initial, member=request.who.subject)

    def act() -> Proposal:
        asked = form.cleaned_data
        return working_up.work_up(
            who=request.who, idea_id=found.id, initiative=asked["initiative"],
            words=form.words(), side=asked["side"], key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        said = _("Your draft is kept. Only its authors read it.")
        return go(request, said, "design:work", done.result.id)
    return render(request, "need/ideas/work_up.html", {"form": form, "idea": found})
