"""Meetings: listed, shown, planned, changed, and in a calendar."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.heard.actions import meetings as actions
from gyda.heard.forms.meetings import CancelForm, InviteForm, PlanForm, initial_of
from gyda.heard.models import Meeting
from gyda.heard.models.meeting import ComingState, MeetingState
from gyda.heard.queries import meetings as queries
from gyda.heard.rules import is_organiser
from gyda.heard.views.organising import organised_or_404
from gyda.initiatives.queries import initiative_or_404
from gyda.initiatives.rules import may_hold
from gyda.initiatives.views.holding import held_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go
from gyda.web.ics import Event, calendar_text
from gyda.web.links import hub_path
from gyda.web.paging import page_of
from gyda.web.templatetags.gyda import page_language


def meetings(request: HubRequest, initiative: UUID) -> HttpResponse:
    """List the meetings of an initiative."""
    found = initiative_or_404(initiative)
    page = page_of(queries.meetings_of(found, request.who), request)
    may_plan = bool(request.who) and may_hold(request.who, found) and found.is_open
    context = {"initiative": found, "page": page, "may_plan": may_plan}
    return render(request, "heard/meetings.html", context)


@members_only
def plan(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Plan a meeting."""
    found = held_or_404(request, initiative)
    form = PlanForm(request.POST or None)

    def act() -> Meeting:
        return actions.plan_meeting(
            who=request.who,
            initiative_id=found.id,
            plan=form.plan(),
            key=form.cleaned_data["key"],
        )

    if done := attempt(form, act):
        said = _("The meeting is planned. The team is invited, and you are the organiser.")
        return go(request, said, "heard:meeting", done.result.id)
    return render(request, "heard/plan.html", {"form": form, "initiative": found})


def meeting(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Show one: when, where, what for, who comes; to its organiser, what waits."""
    found = queries.meeting_or_404(meeting, request.who)
    people = queries.people_of(found)
    me = request.who.subject if request.who else None
    mine = next((one for one in people if me and one.member_id == me.id), None)
    organises = is_organiser(request.who, found)
    context = {
        "meeting": found,
        "people": people,
        "number": queries.number_coming(people),
        "mine": mine,
        "is_coming": mine is not None and mine.state == ComingState.COMING,
        "shared": queries.shared_by(mine) if mine and request.who.reaches_everything else [],
        "organises": organises,
        "holds": bool(me) and not organises and may_hold(request.who, found.initiative),
        "is_planned": found.state == MeetingState.PLANNED,
        "is_open": found.state == MeetingState.OPEN,
        "is_held": found.state == MeetingState.HELD,
    }
    return render(request, "heard/meeting.html", context)


@members_only
def change(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Change it."""
    found = organised_or_404(request, meeting)
    form = PlanForm(request.POST or None, initial=initial_of(found))

    def act() -> Meeting:
        return actions.change_meeting(who=request.who, meeting_id=found.id, plan=form.plan())

    if attempt(form, act):
        return go(request, _("Changed. Those who come are told."), "heard:meeting", found.id)
    return render(request, "heard/change.html", {"form": form, "meeting": found})


@members_only
def invite(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Invite someone."""
    found = organised_or_404(request, meeting)
    form = InviteForm(request.POST or None)

    def act() -> None:
        member = form.cleaned_data["member"]
        actions.invite(who=request.who, meeting_id=found.id, member=member)

    if attempt(form, act):
        return go(request, _("The invitation is out."), "heard:meeting", found.id)
    return render(request, "heard/invite.html", {"form": form, "meeting": found})


@members_only
def cancel(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Cancel it, with the reason."""
    found = organised_or_404(request, meeting)
    form = CancelForm(request.POST or None)

    def act() -> Meeting:
        return actions.cancel_meeting(who=request.who, meeting_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("Cancelled. Everyone is told why."), "heard:meeting", found.id)
    return render(request, "heard/cancel.html", {"form": form, "meeting": found})


def calendar(request: HubRequest, meeting: UUID) -> HttpResponse:
    """Give the meeting as a file for one's own calendar."""
    found = queries.meeting_or_404(meeting, request.who)
    event = Event(
        uid=f"{found.id}@gyda",
        title=str(found.title),
        url=settings.ORIGIN + hub_path(request.hub.slug, "heard:meeting", found.id),
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        changed_at=found.state_at,
        is_cancelled=found.state == MeetingState.CANCELLED,
        place=str(found.place),
    )
    text = calendar_text(str(request.hub.name), page_language(), [event])
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response
