"""Addresses of decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern, path

from gyda.decide.decisions.views import deeds, pages, power

urlpatterns: list[URLPattern] = [
    path("decisions/", pages.register, name="decisions"),
    path("decisions/new/<uuid:initiative>/", deeds.new, name="new_decision"),
    path("decisions/power/", power.power, name="power"),
    path("decisions/power/file.csv", power.file, name="power_file"),
    path("decisions/power/data.json", power.data, name="power_data"),
    path("decisions/appeals/<uuid:decision_appeal>/", deeds.answer_appeal, name="answer_appeal"),
    path("decisions/<uuid:decision>/", pages.decision, name="decision"),
    path("decisions/<uuid:decision>/data.json", pages.data, name="decision_data"),
    path("decisions/<uuid:decision>/decision.zip", pages.bundle, name="decision_bundle"),
    path("decisions/<uuid:decision>/correct/", deeds.correct, name="correct_decision"),
    path("decisions/<uuid:decision>/overrule/", deeds.overrule, name="overrule"),
    path("decisions/<uuid:decision>/look-back/", deeds.look_back, name="look_back"),
    path("decisions/<uuid:decision>/appeal/", deeds.appeal, name="appeal_decision"),
]
