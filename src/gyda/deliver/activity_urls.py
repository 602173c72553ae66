"""Addresses of group activities."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.views import activity, attendance, calendar

urlpatterns = [
    path("activities/", activity.activities, name="activities"),
    path("activities/calendar.ics", calendar.calendar, name="calendar"),
    path("activities/new/", activity.plan, name="plan_activity"),
    path("activities/<uuid:activity>/", activity.activity, name="activity"),
    path("activities/<uuid:activity>/change/", activity.change, name="change_activity"),
    path("activities/<uuid:activity>/cancel/", activity.cancel, name="cancel_activity"),
    path("activities/<uuid:activity>/join/", activity.join, name="join_activity"),
    path("activities/<uuid:activity>/step-back/", activity.leave, name="leave_activity"),
    path("activities/<uuid:activity>/attendance/", attendance.attendance, name="attendance"),
    path("activities/hours/<uuid:row>/take-back/", attendance.take_back, name="take_hours_back"),
]
