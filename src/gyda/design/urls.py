"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

from gyda.design.criteria import urls as criteria
from gyda.design.proposals import urls as proposals

app_name = "design"

urlpatterns: list[URLPattern] = [
    *criteria.urlpatterns,
    *proposals.urlpatterns,
]
