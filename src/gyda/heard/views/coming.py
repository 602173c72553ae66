"""Saying that I come or do not, and waiving a need of mine."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.heard.actions import coming as actions
from gyda.heard.forms.meetings import ComeForm
from gyda.heard.models import Coming
from gyda.heard.queries import meetings as queries
from gyda.heard.queries.passport import needs_to_share
from gyda.heard.views.sent import sent
from gyda.people.access import HubRequest, members_only, own_affairs
from gyda.web.deeds import attempt, go, press


@never_cache
@members_only
def come(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Say that I come, and what the organiser may know."""
    found, who = queries.meeting_or_404(meeting, request.who), request.who
    needs = needs_to_share(who.subject) if who.reaches_everything else []
    shared = queries.shared_by(queries.coming_of(found, who.subject))
    kinds = [need.kind for need in shared]
    form = ComeForm(sent(request), needs=needs, shared=kinds)

    def act() -> Coming:
        return actions.come(who=who, meeting_id=found.id, share=form.share())

    if attempt(form, act):
        return go(request, _("Good: you are expected."), "heard:meeting", found.id)
    context = {"form": form, "meeting": found, "has_needs": bool(needs)}
    return render(request, "heard/come.html", context)


@require_POST
@members_only
def stay_away(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Say that I do not come."""
    found = queries.meeting_or_404(meeting, request.who)
    return press(
        request,
        lambda: actions.stay_away(who=request.who, meeting_id=found.id),
        _("You have said that you do not come. Nobody asks you why."),
        "heard:meeting",
        found.id,
    )


@require_POST
@own_affairs
def waive(request: HubRequest, need: UUID) -> HttpResponse:
    """Waive a need of mine for a meeting."""
    found = queries.need_or_404(need)
    if found.member_id != request.who.subject.id:
        raise Http404
    return press(
        request,
        lambda: actions.waive_need(who=request.who, need_id=found.id),
        _("The meeting may open without it."),
        "heard:meeting",
        found.coming.meeting_id,
    )
