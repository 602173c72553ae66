"""The list on which an organiser ticks who came."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.actions.attendance import Came, record_attendance, take_hours_back
from gyda.deliver.forms.activity import CameForm, TakeBackForm, WalkInForm
from gyda.deliver.models import Activity, Attendance
from gyda.deliver.queries.activity import activity_or_404, people_of
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.activity import may_look_after
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import Form, add_domain_error
from gyda.web.links import hub_path

WALK_INS = 3


@members_only
def attendance(request: HubRequest, activity: UUID) -> HttpResponse:
    """Tick who came, with their hours; those who have theirs are only shown."""
    found = activity_or_404(activity)
    if not may_look_after(request.who, found):
        raise Http404
    people, step = people_of(found), the_policy().step_minutes
    rows = [_row_form(request, found, row, step) for row in people if not _has_hours(row)]
    extra = [_walk_in(request, found, number, step) for number in range(WALK_INS)]
    if request.method == "POST" and _are_valid([*rows, *extra]):
        try:
            record_attendance(who=request.who, activity_id=found.id, came=_came(rows, extra))
        except DomainError as error:
            add_domain_error(rows[0] if rows else extra[0], error)
        else:
            messages.success(request, _("Recorded. Everyone who gave time has their hours."))
            return redirect(hub_path(request.hub.slug, "deliver:activity", found.id))
    errors = [form for form in [*rows, *extra] if form.is_bound and form.errors]
    context = {
        "activity": found,
        "rows": rows,
        "extra": extra,
        "errors": errors,
        "form": errors[0] if errors else None,
        "done": [row for row in people if _has_hours(row)],
    }
    return render(request, "deliver/activity/attendance.html", context)


def _are_valid(forms: Sequence[Form]) -> bool:
    """Check every form, also after the first one that has errors."""
    return sum(not form.is_valid() for form in forms) == 0


def _has_hours(row: Attendance) -> bool:
    return row.transfer_id is not None and row.reversal_id is None


def _row_form(request: HubRequest, activity: Activity, row: Attendance, step: int) -> CameForm:
    initial: dict[str, Any] = {
        "came": row.state in ("COMING", "CAME"),
        "minutes": row.minutes or activity.minutes,
        "part": row.part,
    }
    given: dict[str, Any] = {"prefix": str(row.id), "initial": initial, "step": step}
    return CameForm(request.POST or None, member=row.member, **given)


def _walk_in(request: HubRequest, activity: Activity, number: int, step: int) -> WalkInForm:
    initial = {"minutes": activity.minutes}
    return WalkInForm(request.POST or None, prefix=f"extra{number}", initial=initial, step=step)


def _came(rows: list[CameForm], extra: list[WalkInForm]) -> list[Came]:
    came = [_one(form, form.member) for form in rows if form.cleaned_data["came"]]
    others = [
        _one(form, form.cleaned_data["member"]) for form in extra if form.cleaned_data["member"]
    ]
    return list({one.member.id: one for one in [*came, *others]}.values())


def _one(form: Form, member: Any) -> Came:
    asked = form.cleaned_data
    return Came(member=member, minutes=asked["minutes"], part=asked["part"])


@connectors_only
def take_back(request: HubRequest, row: UUID) -> HttpResponse:
    """Take hours back that were recorded by mistake."""
    rows = Attendance.objects.select_related("activity", "member")
    found = get_object_or_404(rows, id=row, transfer_id__isnull=False, reversal_id__isnull=True)
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        try:
            take_hours_back(who=request.who, attendance_id=found.id, words=form.said())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The hours went back, and the member is told."))
            return redirect(hub_path(request.hub.slug, "deliver:activity", found.activity_id))
    return render(request, "deliver/activity/take_back.html", {"form": form, "row": found})
