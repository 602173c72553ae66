"""Addresses of the pages on which people are brought together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.matching import views

urlpatterns = [
    path("matches/", views.matches, name="matches"),
    path("matches/how/", views.wish, name="match_wish"),
    path("matches/rules/", views.rules, name="match_rules"),
    path("matches/<uuid:suggestion>/not-now/", views.decline, name="decline_match"),
    path("desk/matches/", views.desk, name="match_desk"),
    path("desk/matches/<uuid:ask>/<uuid:helper>/", views.bring, name="bring_ask"),
]
