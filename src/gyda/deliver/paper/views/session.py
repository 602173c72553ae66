"""A session on paper: the sheet to print, and the same sheet to type back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gyda.deliver.actions.attendance import record_attendance
from gyda.deliver.models import Activity
from gyda.deliver.paper.forms.session import SessionForms, lines_asked
from gyda.deliver.queries.activity import activity_or_404, people_of
from gyda.deliver.rules.activity import may_look_after
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@members_only
@require_safe
def sheet(request: HubRequest, activity: UUID) -> HttpResponse:
    """Show the names with boxes to tick, and blank lines, for the printer."""
    found = _looked_after(request, activity)
    people = people_of(found)
    blank = lines_asked(request.GET.get("blank"))
    context = {
        "activity": found,
        "people": people,
        "blank": [len(people) + number for number in range(1, blank + 1)],
        "lines": blank,
        "is_big": request.GET.get("big") == "1",
        "languages": ("cy", "en"),
    }
    return render(request, "deliver/paper/session_sheet.html", context)


@members_only
@require_http_methods(["GET", "POST"])
def typed(request: HubRequest, activity: UUID) -> HttpResponse:
    """Type the sheet back: all rows at once, in the order of the paper."""
    found = _looked_after(request, activity)
    forms = SessionForms(request, found, people_of(found))
    if request.method == "POST" and not forms.asks_for_more and forms.are_valid():
        try:
            record_attendance(who=request.who, activity_id=found.id, came=forms.came())
        except DomainError as error:
            add_domain_error(forms.first, error)
        else:
            messages.success(request, _("Recorded. Everyone who gave time has their hours."))
            return redirect(hub_path(request.hub.slug, "deliver:activity", found.id))
    return render(request, "deliver/paper/session_typed.html", forms.context())


def _looked_after(request: HubRequest, activity_id: UUID) -> Activity:
    found = activity_or_404(activity_id)
    if not may_look_after(request.who, found):
        raise Http404
    return found
