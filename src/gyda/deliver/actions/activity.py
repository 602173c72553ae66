"""Planning a group activity, changing it, calling it off."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.notify import tell_all, tell_member
from gyda.deliver.errors.activity import (
    EndsTooSoon,
    NobodyLooksAfter,
    NotPlanned,
    NotYours,
    WithoutReason,
)
from gyda.deliver.models import Activity, Attendance, Organiser
from gyda.deliver.models.activity import ActivityState, Place
from gyda.deliver.rules.activity import check_source, may_hold, require_care
from gyda.deliver.rules.terms import check_members, check_minutes
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.people.models import Member, Organisation
from gyda.people.who import Who
from gyda.safeguarding.models import Part
from gyda.safeguarding.rules import require_checks

TOLD = ("starts_at", "ends_at", "place_cy", "place_en")  # changes of these go out as letters


@dataclass(frozen=True)
class Plan:
    """What the hub publishes, in both languages, and who gives the hours."""

    title_cy: str
    title_en: str
    place_cy: str
    place_en: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    minutes: int
    about_cy: str = ""
    about_en: str = ""
    places: int | None = None
    paid_from: str = "POT"
    organisation: Organisation | None = None
    receivers_pay: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        return dict(vars(self))


@once
@transaction.atomic
def plan_activity(
    *,
    who: Who,
    plan: Plan,
    organisers: Sequence[Member],
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Activity:
    """Publish an activity; the same key stores it once."""
    if key and (stored := Activity.objects.filter(request_key=key).first()):
        return stored
    if not may_hold(who):
        raise NotYours
    _check(who, plan, organisers)
    activity = Activity.objects.create(
        created_by=who.actor, state_at=now or timezone.now(), request_key=key, **plan.columns
    )
    _appoint(who, activity, organisers)
    enter(activity, who, "planned", public=True)
    return activity


def _check(who: Who, plan: Plan, organisers: Sequence[Member]) -> None:
    if plan.ends_at <= plan.starts_at:
        raise EndsTooSoon
    if not organisers:
        raise NobodyLooksAfter
    check_members(*organisers)
    check_minutes(plan.minutes)
    check_source(who, plan.paid_from, plan.organisation)


def _appoint(who: Who, activity: Activity, organisers: Sequence[Member]) -> None:
    wanted = {member.id for member in organisers}
    Organiser.objects.filter(activity=activity).exclude(member_id__in=wanted).delete()
    have = set(activity.organisers.values_list("member_id", flat=True))
    for member in organisers:
        if member.id not in have:
            require_checks(who, member, Part.ORGANISER)
    Organiser.objects.bulk_create(
        Organiser(hub_id=activity.hub_id, activity=activity, member_id=member_id)
        for member_id in wanted - have
    )


def planned(activity_id: UUID) -> Activity:
    """Return the activity, locked, if it is still to come."""
    activity = Activity.objects.select_for_update().get(id=activity_id)
    if activity.state != ActivityState.PLANNED:
        raise NotPlanned
    return activity


@transaction.atomic
def change_activity(
    *, who: Who, activity_id: UUID, plan: Plan, organisers: Sequence[Member]
) -> Activity:
    """Change the plan; those who come are told when the time or the place is another one."""
    activity = planned(activity_id)
    require_care(who, activity)
    old = _seen(activity)
    _check_change(who, activity, plan, organisers)
    Activity.objects.filter(id=activity.id).update(**plan.columns)
    activity.refresh_from_db()
    _appoint(who, activity, organisers)
    enter(activity, who, "changed", public=True)
    if _seen(activity) != old:
        tell_all(activity, "activity_changed")
    move_up(activity, timezone.now())
    return activity


def _check_change(who: Who, activity: Activity, plan: Plan, organisers: Sequence[Member]) -> None:
    same = (plan.paid_from, plan.organisation) == (activity.paid_from, activity.organisation)
    if plan.ends_at <= plan.starts_at:
        raise EndsTooSoon
    if not organisers:
        raise NobodyLooksAfter
    check_members(*organisers)
    check_minutes(plan.minutes)
    if not same or plan.minutes > activity.minutes:
        check_source(who, plan.paid_from, plan.organisation)


def _seen(activity: Activity) -> tuple[Any, ...]:
    return tuple(getattr(activity, name) for name in TOLD)


@transaction.atomic
def cancel_activity(
    *,
    who: Who,
    activity_id: UUID,
    because_cy: str,
    because_en: str,
    now: datetime.datetime | None = None,
) -> Activity:
    """Call it off, and tell everyone who was coming."""
    activity = planned(activity_id)
    require_care(who, activity)
    if not (because_cy and because_en):
        raise WithoutReason(field="because_en" if because_cy else "because_cy")
    Activity.objects.filter(id=activity.id).update(
        state=ActivityState.CANCELLED,
        state_at=now or timezone.now(),
        cancelled_because_cy=because_cy,
        cancelled_because_en=because_en,
    )
    activity.refresh_from_db()
    enter(activity, who, "cancelled", public=True)
    tell_all(activity, "activity_cancelled")
    return activity


def enter(activity: Activity, who: Who, verb: str, **data: Any) -> None:
    """Record the deed under the activity's name."""
    verb = f"activity.{verb}"
    record(by=who, verb=verb, about=activity, activity=str(activity.id), **data)


def move_up(activity: Activity, now: datetime.datetime) -> list[Attendance]:
    """Give free places to those who have waited longest; they are told."""
    waiting = Attendance.objects.filter(activity=activity, state=Place.WAITING)
    rows = waiting.select_related("member__person").order_by("state_at", "id")
    free = free_places(activity)
    moved = list(rows if free is None else rows[: max(free, 0)])
    for row in moved:
        row.state, row.state_at = Place.COMING, now
        row.save(update_fields=["state", "state_at"])
        tell_member(activity, row.member, "activity_place")
    return moved


def free_places(activity: Activity) -> int | None:
    """Return how many places are left; None where there is room for all."""
    if activity.places is None:
        return None
    coming = Attendance.objects.filter(activity=activity, state=Place.COMING)
    return activity.places - coming.count()
