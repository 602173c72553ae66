"""Signing up for an activity, and stepping back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.activity import enter, free_places, move_up, planned
from gyda.deliver.errors.activity import ComingAlready, NotPlanned
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Part, Place
from gyda.deliver.rules.terms import check_members
from gyda.people.who import Who
from gyda.safeguarding.models import Part as Needs
from gyda.safeguarding.rules import require_checks

VERBS = {Place.COMING: "joined", Place.WAITING: "waited"}


@transaction.atomic
def sign_up(
    *,
    who: Who,
    activity_id: UUID,
    part: str = Part.GIVES,
    share_needs: bool = False,
    now: datetime.datetime | None = None,
) -> Attendance:
    """Take a place, or one on the waiting list when all are taken."""
    now = now or timezone.now()
    activity = planned(activity_id)
    if activity.ends_at <= now:
        raise NotPlanned
    check_members(who.subject)
    if part == Part.GIVES:
        require_checks(who, who.subject, Needs.HELPER)
    row = Attendance.objects.filter(activity=activity, member=who.subject).first()
    if row and row.state in (Place.COMING, Place.WAITING):
        raise ComingAlready
    row = row or Attendance(activity=activity, member=who.subject)
    free = free_places(activity)
    row.state = Place.WAITING if free is not None and free <= 0 else Place.COMING
    row.part, row.share_needs, row.state_at = part, share_needs, now
    row.save()
    enter(activity, who, VERBS[Place(row.state)])
    return row


@transaction.atomic
def step_back(*, who: Who, activity_id: UUID, now: datetime.datetime | None = None) -> Attendance:
    """Give the place back; the first on the waiting list gets it."""
    now = now or timezone.now()
    activity = planned(activity_id)
    row = Attendance.objects.filter(
        activity=activity, member=who.subject, state__in=[Place.COMING, Place.WAITING]
    ).first()
    if row is None:
        raise NotPlanned
    row.state, row.state_at = Place.WITHDRAWN, now
    row.save(update_fields=["state", "state_at"])
    enter(activity, who, "stepped_back")
    move_up(activity, now)
    return row
