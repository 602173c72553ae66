"""Addresses of the journal inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.journal import views

app_name = "journal"
urlpatterns = [
    path("", views.public, name="public"),
    path("feed.atom", views.feed, name="feed"),
    path("mine/", views.mine, name="mine"),
    path("notices/", views.notices, name="notices"),
    path("notices/seen/", views.seen, name="seen"),
    path("audit/", views.audit, name="audit"),
]
