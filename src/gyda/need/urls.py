"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

from gyda.need.ideas import urls as ideas

app_name = "need"

urlpatterns: list[URLPattern] = [*ideas.urlpatterns]
