"""Meetings: one, those of an initiative, who comes, which needs wait."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.heard.models import Coming, Meeting, SharedNeed
from gyda.heard.models.meeting import ComingState, MeetingState
from gyda.heard.rules import may_see_meeting
from gyda.initiatives.models import Initiative, Seat
from gyda.people.models import Member
from gyda.people.who import Who

MANY = 500  # people of one meeting
AHEAD = (MeetingState.PLANNED, MeetingState.OPEN)


def meeting_or_404(meeting_id: UUID, who: Who | None) -> Meeting:
    """Return a meeting that this reader may know of."""
    rows = Meeting.objects.select_related("initiative", "organiser")
    found = get_object_or_404(rows, id=meeting_id)
    if not may_see_meeting(who, found):
        raise Http404
    return found


def meetings_of(initiative: Initiative, who: Who | None) -> "QuerySet[Meeting]":
    """Return its meetings as far as this reader may know of them, newest first."""
    rows = Meeting.objects.filter(initiative=initiative).order_by("-id")
    if not who:
        return rows.filter(open_to_all=True)
    if who.actor.is_connector:
        return rows
    mine = Coming.objects.filter(member=who.subject).values("meeting_id")
    team = Seat.objects.taken().filter(member=who.subject).values("initiative_id")
    may = Q(open_to_all=True) | Q(id__in=mine) | Q(initiative_id__in=team)
    return rows.filter(may)


def people_of(meeting: Meeting) -> list[Coming]:
    """Return who was invited, who comes and who does not, by name."""
    rows = Coming.objects.filter(meeting=meeting).select_related("member")
    return list(rows.order_by("member__name_folded", "id")[:MANY])


def coming_of(meeting: Meeting, member: Member | None) -> Coming | None:
    """Return what this member said."""
    if member is None:
        return None
    return Coming.objects.filter(meeting=meeting, member=member).first()


def shared_by(coming: Coming | None) -> list[SharedNeed]:
    """Return what a person shared for the meeting."""
    return list(SharedNeed.objects.filter(coming=coming).order_by("kind")) if coming else []


def needs_shared(meeting: Meeting) -> list[SharedNeed]:
    """Return every need shared for the meeting: for its organiser alone."""
    rows = SharedNeed.objects.filter(coming__meeting=meeting).select_related("member")
    return list(rows.order_by("member__name_folded", "member_id", "kind")[:MANY])


def need_or_404(need_id: UUID) -> SharedNeed:
    rows = SharedNeed.objects.select_related("coming__meeting__initiative", "member")
    return get_object_or_404(rows, id=need_id)


def my_meetings(member: Member) -> list[Coming]:
    """Return the meetings ahead that a member was asked to or comes to."""
    rows = Coming.objects.filter(member=member, meeting__state__in=AHEAD)
    rows = rows.exclude(state=ComingState.NOT_COMING).filter(meeting__ends_at__gte=timezone.now())
    return list(rows.select_related("meeting").order_by("meeting__starts_at", "id")[:20])


def number_coming(people: list[Coming]) -> int:
    return sum(one.state == ComingState.COMING for one in people)
