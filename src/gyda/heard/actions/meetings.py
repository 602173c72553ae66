"""Planning a meeting, changing it, and its states: planned, open, held, cancelled."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.heard import errors
from gyda.heard.actions.letters import tell, tell_all
from gyda.heard.models import Coming, Meeting, SharedNeed
from gyda.heard.models.meeting import ComingState, MeetingState, NeedState
from gyda.heard.rules import require_organiser
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.models import Initiative, Seat
from gyda.initiatives.rules import require_hold
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Plan:
    """When, where, what for, in which language, for whom."""

    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    place_cy: str = ""
    place_en: str = ""
    online: str = ""
    phone: str = ""
    spoken: str = "BOTH"
    open_to_all: bool = True

    def check(self) -> dict[str, Any]:
        """Return the columns, or raise where people would not find it."""
        if self.ends_at <= self.starts_at:
            raise errors.EndsBeforeItStarts
        if not (self.place_cy or self.online or self.phone):
            raise errors.NowhereToMeet
        return dict(vars(self))


@once
@transaction.atomic
def plan_meeting(
    *,
    who: Who,
    initiative_id: UUID,
    plan: Plan,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Meeting:
    """Plan a meeting of an initiative; its team is invited at once."""
    if key and (stored := Meeting.objects.filter(request_key=key).first()):
        return stored
    now = now or timezone.now()
    initiative = Initiative.objects.get(id=initiative_id)
    require_hold(who, initiative)
    meeting = Meeting.objects.create(
        initiative=initiative, organiser=who.subject, state_at=now, request_key=key, **plan.check()
    )
    team = Seat.objects.taken().filter(initiative=initiative).values("member_id")
    invited = Member.objects.active().filter(id__in=team).select_related("person")
    for member in invited.exclude(id=who.subject.id):
        _invite(meeting, member, now)
    Coming.objects.create(
        meeting=meeting, member=who.subject, state=ComingState.COMING, said_at=now
    )
    enter(initiative, who=who, verb="meeting.planned", about=meeting)
    return meeting


def _invite(meeting: Meeting, member: Member, now: datetime.datetime) -> bool:
    _row, is_new = Coming.objects.get_or_create(
        meeting=meeting, member=member, defaults={"state": ComingState.INVITED, "said_at": now}
    )
    if is_new:
        tell(meeting, member, "meeting_invited")
    return is_new


@transaction.atomic
def invite(
    *, who: Who, meeting_id: UUID, member: Member, now: datetime.datetime | None = None
) -> None:
    """Invite one more member; the second time changes nothing."""
    meeting = locked(meeting_id)
    require_organiser(who, meeting)
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    if _invite(meeting, member, now or timezone.now()):
        enter(meeting.initiative, who=who, verb="meeting.invited", about=meeting, public=False)


@transaction.atomic
def change_meeting(*, who: Who, meeting_id: UUID, plan: Plan) -> Meeting:
    """Change it and tell those who come or are invited."""
    meeting = locked(meeting_id)
    require_organiser(who, meeting)
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    Meeting.objects.filter(id=meeting.id).update(**plan.check())
    meeting.refresh_from_db()
    enter(meeting.initiative, who=who, verb="meeting.changed", about=meeting)
    tell_all(meeting, "meeting_changed", but=who)
    return meeting


@transaction.atomic
def organise(*, who: Who, meeting_id: UUID) -> None:
    """Take the meeting over from who organised it: one of the team, and everyone reads who."""
    meeting = locked(meeting_id)
    require_hold(who, meeting.initiative)
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    Meeting.objects.filter(id=meeting.id).update(organiser=who.subject)
    enter(meeting.initiative, who=who, verb="meeting.taken_over", about=meeting)


@transaction.atomic
def open_meeting(*, who: Who, meeting_id: UUID, now: datetime.datetime | None = None) -> Meeting:
    """Open it, once each need of those who come is met or waived by them."""
    meeting = locked(meeting_id)
    require_organiser(who, meeting)
    if meeting.state != MeetingState.PLANNED:
        raise errors.NotPlanned
    if waiting := recount(meeting):
        raise errors.NeedsWait(number=waiting)
    _turn(meeting, MeetingState.OPEN, now)
    enter(meeting.initiative, who=who, verb="meeting.opened", about=meeting)
    return meeting


@transaction.atomic
def close_meeting(
    *,
    who: Who,
    meeting_id: UUID,
    came: Collection[UUID],
    now: datetime.datetime | None = None,
) -> Meeting:
    """Keep who was there, and forget the needs that were shared for it."""
    meeting, now = locked(meeting_id), now or timezone.now()
    require_organiser(who, meeting)
    if meeting.state != MeetingState.OPEN:
        raise errors.NotOpen
    Coming.objects.filter(meeting=meeting, id__in=came).update(came_at=now)
    _forget_needs(meeting)
    _turn(meeting, MeetingState.HELD, now)
    enter(meeting.initiative, who=who, verb="meeting.held", about=meeting)
    return meeting


@transaction.atomic
def cancel_meeting(
    *,
    who: Who,
    meeting_id: UUID,
    because_cy: str,
    because_en: str,
    now: datetime.datetime | None = None,
) -> Meeting:
    """Cancel it, and tell everyone why."""
    meeting = locked(meeting_id)
    require_organiser(who, meeting)
    if not meeting.is_ahead:
        raise errors.NotPlanned
    if not (because_cy.strip() and because_en.strip()):
        raise errors.WithoutReason
    _forget_needs(meeting)
    _turn(meeting, MeetingState.CANCELLED, now, because_cy=because_cy, because_en=because_en)
    enter(meeting.initiative, who=who, verb="meeting.cancelled", about=meeting)
    tell_all(meeting, "meeting_cancelled", but=who)
    return meeting


def locked(meeting_id: UUID) -> Meeting:
    """Return the meeting, locked: whoever counts needs or opens it waits for the other."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("initiative")
    return rows.get(id=meeting_id)


def recount(meeting: Meeting) -> int:
    """Count the needs that wait, on the meeting's own row, which is locked."""
    needs = SharedNeed.objects.filter(coming__meeting=meeting, state=NeedState.WAITING)
    meeting.needs_waiting = needs.count()
    Meeting.objects.filter(id=meeting.id).update(needs_waiting=meeting.needs_waiting)
    return meeting.needs_waiting


def _turn(
    meeting: Meeting, state: MeetingState, now: datetime.datetime | None, **values: str
) -> None:
    values |= {"state": state}
    Meeting.objects.filter(id=meeting.id).update(state_at=now or timezone.now(), **values)
    meeting.refresh_from_db()


def _forget_needs(meeting: Meeting) -> None:
    """Keep how many needs there were, and none of them."""
    needs = SharedNeed.objects.filter(coming__meeting=meeting)
    states = list(needs.values_list("state", flat=True))
    needs.delete()
    Meeting.objects.filter(id=meeting.id).update(
        needs_waiting=0,
        needs_met=states.count(NeedState.MET),
        needs_waived=states.count(NeedState.WAIVED),
    )
