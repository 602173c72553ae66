"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

from gyda.decide.ballots import urls as ballots
from gyda.decide.decisions import urls as decisions
from gyda.decide.funds import urls as funds
from gyda.decide.panels import urls as panels
from gyda.decide.scoring import urls as scoring

app_name = "decide"

urlpatterns: list[URLPattern] = [
    *ballots.urlpatterns,
    *decisions.urlpatterns,
    *funds.urlpatterns,
    *panels.urlpatterns,
    *scoring.urlpatterns,
]
