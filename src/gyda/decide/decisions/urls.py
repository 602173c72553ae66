"""Addresses of decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.decide.decisions.views import pages

urlpatterns: list[URLPattern] = [
    path("decisions/<uuid:decision>/", pages.decision, name="decision"),
]
