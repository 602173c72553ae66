"""The hub's activities for people's own calendars."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from gyda.deliver.models import Activity
from gyda.deliver.models.activity import ActivityState
from gyda.deliver.rules.activity import may_see_activities
from gyda.people.access import HubRequest
from gyda.web.ics import Event, calendar_text
from gyda.web.links import hub_path
from gyda.web.templatetags.gyda import page_language

MOST = 300
BACK = datetime.timedelta(days=30)


def calendar(request: HubRequest) -> HttpResponse:
    """Give the file; a program cannot sign in, so it is there only where everyone may look."""
    if not may_see_activities(request.who):
        raise Http404
    rows = Activity.objects.filter(ends_at__gt=timezone.now() - BACK).order_by("starts_at")[:MOST]
    events = [_event(request, row) for row in rows]
    text = calendar_text(str(request.hub.name), page_language(), events)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _event(request: HubRequest, activity: Activity) -> Event:
    return Event(
        uid=f"{activity.id}@gyda",
        title=str(activity.title),
        url=settings.ORIGIN + hub_path(request.hub.slug, "deliver:activity", activity.id),
        starts_at=activity.starts_at,
        ends_at=activity.ends_at,
        changed_at=activity.state_at,
        is_cancelled=activity.state == ActivityState.CANCELLED,
    )
