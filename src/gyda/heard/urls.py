"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.heard.views import about, coming, heard, meetings, organising, population

app_name = "heard"

urlpatterns = [
    path("me/about/", about.about, name="about"),
    path("me/about/delete/", about.forget, name="forget"),
    path("me/passport/", about.passport, name="passport"),
    path("me/passport/card/", about.card, name="card"),
    path("heard/", heard.hub, name="hub"),
    path("heard/file.csv", heard.hub_file, name="hub_file"),
    path("heard/population/", population.population, name="population"),
    path("heard/population/load/", population.load, name="load_population"),
    path("heard/population/type/", population.typed, name="type_population"),
    path("heard/population/template.csv", population.template, name="population_template"),
    path("initiatives/<uuid:initiative>/heard/", heard.heard, name="heard"),
    path("initiatives/<uuid:initiative>/heard/file.csv", heard.heard_file, name="heard_file"),
    path("initiatives/<uuid:initiative>/meetings/", meetings.meetings, name="meetings"),
    path("initiatives/<uuid:initiative>/meetings/new/", meetings.plan, name="plan_meeting"),
    path("meetings/<uuid:meeting>/", meetings.meeting, name="meeting"),
    path("meetings/<uuid:meeting>/change/", meetings.change, name="change_meeting"),
    path("meetings/<uuid:meeting>/invite/", meetings.invite, name="invite_to_meeting"),
    path("meetings/<uuid:meeting>/cancel/", meetings.cancel, name="cancel_meeting"),
    path("meetings/<uuid:meeting>/calendar.ics", meetings.calendar, name="meeting_calendar"),
    path("meetings/<uuid:meeting>/come/", coming.come, name="come"),
    path("meetings/<uuid:meeting>/stay-away/", coming.stay_away, name="stay_away"),
    path("meetings/<uuid:meeting>/needs/", organising.needs, name="needs"),
    path("meetings/<uuid:meeting>/open/", organising.open_it, name="open_meeting"),
    path("meetings/<uuid:meeting>/close/", organising.close, name="close_meeting"),
    path("meetings/<uuid:meeting>/organise/", organising.organise, name="organise"),
    path("meetings/needs/<uuid:need>/met/", organising.meet, name="meet_need"),
    path("meetings/needs/<uuid:need>/waive/", coming.waive, name="waive_need"),
]
