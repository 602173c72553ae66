"""How often a statement comes by post: chosen for oneself, or noted by a connector."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gyda.deliver.paper.actions.statements import choose_rhythm
from gyda.deliver.paper.forms.post import RhythmForm
from gyda.deliver.paper.queries.post import choice_of
from gyda.people.access import HubRequest, connectors_only, own_affairs
from gyda.people.models import Member
from gyda.people.queries import member_or_404
from gyda.web.links import hub_path


@own_affairs
@require_http_methods(["GET", "POST"])
def mine(request: HubRequest) -> HttpResponse:
    """Choose for oneself."""
    return _page(request, request.who.subject, hub_path(request.hub.slug, "ledger:mine"))


@connectors_only
@require_http_methods(["GET", "POST"])
def of_member(request: HubRequest, member: UUID) -> HttpResponse:
    """Note what a member has asked for."""
    found = member_or_404(member)
    return _page(request, found, hub_path(request.hub.slug, "people:member", found.id))


def _page(request: HubRequest, member: Member, back: str) -> HttpResponse:
    choice = choice_of(member)
    form = RhythmForm(request.POST or None, initial={"rhythm": choice.rhythm if choice else ""})
    if form.is_valid():
        choose_rhythm(who=request.who, member=member, **form.cleaned_data)
        messages.success(request, _("Kept. The statement comes as chosen."))
        return redirect(back)
    context = {
        "form": form,
        "member": member,
        "is_own": member.id == request.who.subject.id,
        "back": back,
        "choice": choice,
    }
    return render(request, "deliver/paper/rhythm.html", context)
