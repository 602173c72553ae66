"""For the organiser alone: the needs that wait, opening, who came; and taking a meeting over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.heard.actions import coming, meetings
from gyda.heard.forms.meetings import CameForm, HowForm
from gyda.heard.models import Meeting, SharedNeed
from gyda.heard.queries import meetings as queries
from gyda.heard.rules import is_organiser
from gyda.heard.views.sent import sent
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def organised_or_404(request: HubRequest, meeting_id: UUID) -> Meeting:
    """Return a meeting that this reader organises."""
    found = queries.meeting_or_404(meeting_id, request.who)
    if not is_organiser(request.who, found):
        raise Http404
    return found


@never_cache
@members_only
def needs(request: HubRequest, meeting: UUID) -> HttpResponse:
    """List the needs that were shared for it."""
    found = organised_or_404(request, meeting)
    context = {"meeting": found, "needs": queries.needs_shared(found)}
    return render(request, "heard/needs.html", context)


@never_cache
@members_only
def meet(request: HubRequest, need: UUID) -> HttpResponse:
    """Say how a need is met."""
    found = queries.need_or_404(need)
    meeting = organised_or_404(request, found.coming.meeting_id)
    initial = {"how": found.how, "language": found.how_language} if found.how else {}
    form = HowForm(request.POST or None, initial=initial)

    def act() -> SharedNeed:
        return coming.meet_need(who=request.who, need_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("Met. The person is told how."), "heard:needs", meeting.id)
    return render(request, "heard/meet.html", {"form": form, "need": found, "meeting": meeting})


@require_POST
@members_only
def open_it(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Open the meeting."""
    found = organised_or_404(request, meeting)
    return press(
        request,
        lambda: meetings.open_meeting(who=request.who, meeting_id=found.id),
        _("The meeting is open: everyone who comes can take part."),
        "heard:meeting",
        found.id,
    )


@members_only
def close(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Write down who was there."""
    found = organised_or_404(request, meeting)
    form = CameForm(sent(request), people=queries.people_of(found))

    def act() -> Meeting:
        return meetings.close_meeting(who=request.who, meeting_id=found.id, came=form.came())

    if attempt(form, act):
        said = _("Written down. The needs that were shared for it are forgotten.")
        return go(request, said, "heard:meeting", found.id)
    return render(request, "heard/close.html", {"form": form, "meeting": found})


@require_POST
@members_only
def organise(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Take the meeting over."""
    found = queries.meeting_or_404(meeting, request.who)
    return press(
        request,
        lambda: meetings.organise(who=request.who, meeting_id=found.id),
        _("You organise this meeting now."),
        "heard:meeting",
        found.id,
    )
