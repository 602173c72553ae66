"""Letters about an activity to those who signed up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.deliver.models import Activity, Attendance
from gyda.deliver.models.activity import Place
from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member


def tell_all(activity: Activity, kind: str) -> None:
    """Write to everyone who comes or waits for a place."""
    rows = Attendance.objects.filter(
        activity=activity, state__in=[Place.COMING, Place.WAITING]
    ).select_related("member__person")
    for row in rows:
        tell_member(activity, row.member, kind)


def tell_member(activity: Activity, member: Member, kind: str, **context: Any) -> None:
    """Write to one member, who still belongs to the hub."""
    if member.is_active:
        told = {"activity": activity} | context
        write(to=reader_of(member), kind=kind, context=told, about_id=activity.id)
