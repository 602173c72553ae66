"""Coming or not, sharing needs for one meeting, meeting them, waiving them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.heard import errors
from gyda.heard.actions.letters import tell
from gyda.heard.actions.meetings import locked, recount
from gyda.heard.models import Coming, Meeting, SharedNeed
from gyda.heard.models.meeting import ComingState, MeetingState, NeedState
from gyda.heard.queries.passport import needs_to_share
from gyda.heard.rules import may_see_meeting, require_organiser
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def come(
    *,
    who: Who,
    meeting_id: UUID,
    share: Collection[str] = (),
    now: datetime.datetime | None = None,
) -> Coming:
    """Say that I come, and share those of my needs that I choose for this one meeting.

    A need that comes up when the meeting is open takes it back to planned until it is seen to.
    """
    meeting, now = locked(meeting_id), now or timezone.now()
    _check_may_come(who, meeting, share)
    coming, _is_new = Coming.objects.update_or_create(
        meeting=meeting,
        member=who.subject,
        defaults={"state": ComingState.COMING, "said_at": now},
    )
    if _share(coming, share) and meeting.organiser_id != who.subject.id:
        tell(meeting, meeting.organiser, "meeting_need")
    _settle(meeting, now)
    record(by=who, verb="meeting.coming", about=meeting)
    return coming


def _check_may_come(who: Who, meeting: Meeting, share: Collection[str]) -> None:
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    if not may_see_meeting(who, meeting):
        raise errors.NotForAll
    if share and not who.reaches_everything:
        raise errors.NotYours


def _share(coming: Coming, share: Collection[str]) -> bool:
    """Share what is newly chosen, take back what is not; tell whether there is something new."""
    mine = {need.kind: need for need in needs_to_share(coming.member)}
    there = {need.kind: need for need in SharedNeed.objects.filter(coming=coming)}
    gone = [need.id for kind, need in there.items() if kind not in share]
    SharedNeed.objects.filter(id__in=gone).delete()
    new = [mine[kind] for kind in mine if kind in share and kind not in there]
    for need in new:
        SharedNeed.objects.create(
            coming=coming,
            member=coming.member,
            kind=need.kind,
            words=need.words,
            language=need.language,
        )
    return bool(new)


def _settle(meeting: Meeting, now: datetime.datetime) -> None:
    """Count what waits; an open meeting with a need that waits is planned again."""
    if meeting.state == MeetingState.OPEN:
        waiting = SharedNeed.objects.filter(coming__meeting=meeting, state=NeedState.WAITING)
        if waiting.exists():
            Meeting.objects.filter(id=meeting.id).update(state=MeetingState.PLANNED, state_at=now)
    recount(meeting)


@transaction.atomic
def stay_away(*, who: Who, meeting_id: UUID, now: datetime.datetime | None = None) -> None:
    """Say that I do not come; nobody asks why, and what I shared is forgotten."""
    meeting, now = locked(meeting_id), now or timezone.now()
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    if not may_see_meeting(who, meeting):
        raise errors.NotForAll
    coming, _is_new = Coming.objects.update_or_create(
        meeting=meeting,
        member=who.subject,
        defaults={"state": ComingState.NOT_COMING, "said_at": now},
    )
    SharedNeed.objects.filter(coming=coming).delete()
    recount(meeting)
    record(by=who, verb="meeting.not_coming", about=meeting)


@transaction.atomic
def meet_need(
    *,
    who: Who,
    need_id: UUID,
    how: str,
    language: str,
    now: datetime.datetime | None = None,
) -> SharedNeed:
    """Tick a need off, with how it is met; the person is told."""
    need = SharedNeed.objects.select_related("coming", "member__person").get(id=need_id)
    meeting = locked(need.coming.meeting_id)
    require_organiser(who, meeting)
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    if not how.strip():
        raise errors.SayHow
    SharedNeed.objects.filter(id=need.id).update(
        state=NeedState.MET,
        how=how.strip(),
        how_language=language,
        settled_by=who.subject,
        settled_at=now or timezone.now(),
    )
    need.refresh_from_db()
    recount(meeting)
    tell(meeting, need.member, "meeting_need_met", need=need)
    record(by=who, verb="meeting.need_met", about=meeting)
    return need


@transaction.atomic
def waive_need(*, who: Who, need_id: UUID, now: datetime.datetime | None = None) -> None:
    """Say of one's own need that the meeting may open without it: nobody else can."""
    need = SharedNeed.objects.select_related("coming").get(id=need_id)
    meeting = locked(need.coming.meeting_id)
    if need.member_id != who.subject.id or not who.reaches_everything:
        raise errors.NotYours
    if not meeting.is_ahead:
        raise errors.AlreadyOver
    SharedNeed.objects.filter(id=need.id).update(
        state=NeedState.WAIVED,
        how="",
        settled_by=who.subject,
        settled_at=now or timezone.now(),
    )
    recount(meeting)
    record(by=who, verb="meeting.need_waived", about=meeting)
