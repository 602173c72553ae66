"""What the pages of activities show."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils import timezone

from gyda.deliver.models import Activity, Attendance, Organiser
from gyda.deliver.models.activity import Place
from gyda.people.models import AccessNeed, Member
from gyda.people.models.needs import NeedKind
from gyda.people.who import Who


def activity_or_404(activity_id: UUID) -> Activity:
    """Return an activity of this hub."""
    found = Activity.objects.select_related("organisation").filter(id=activity_id).first()
    if found is None:
        raise Http404
    return found


def coming(now: datetime.datetime | None = None) -> QuerySet[Activity]:
    """Return what is still to come."""
    return Activity.objects.coming(now or timezone.now())


def past() -> QuerySet[Activity]:
    """Return what has been, cancelled ones too."""
    return Activity.objects.filter(ends_at__lte=timezone.now())


def organisers_of(activity: Activity) -> list[Member]:
    """Return who looks after it."""
    rows = Organiser.objects.filter(activity=activity).select_related("member")
    return [row.member for row in rows.order_by("id")]


def my_row(who: Who | None, activity: Activity) -> Attendance | None:
    """Return the reader's own sign-up."""
    if not who:
        return None
    rows = Attendance.objects.filter(activity=activity, member=who.subject)
    return rows.exclude(state=Place.WITHDRAWN).first()


def people_of(activity: Activity) -> list[Attendance]:
    """Return everyone who signed up or came, for the organisers."""
    rows = Attendance.objects.filter(activity=activity).exclude(state=Place.WITHDRAWN)
    return list(rows.select_related("member").order_by("state_at", "id"))


@dataclass(frozen=True)
class NeedCount:
    """How many of those who come have a kind of need."""

    label: str
    count: int


def needs_of(activity: Activity) -> Sequence[NeedCount]:
    """Return the kinds of access needs of those who come and let them be counted."""
    sharing = Attendance.objects.filter(
        activity=activity, share_needs=True, state__in=[Place.COMING, Place.WAITING]
    )
    needs = AccessNeed.objects.filter(member_id__in=sharing.values("member_id"))
    counts = needs.values("kind").annotate(people=Count("id")).order_by("kind")
    return [NeedCount(str(NeedKind(row["kind"]).label), row["people"]) for row in counts]
