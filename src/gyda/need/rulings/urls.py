"""Addresses of what was taken down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.need.rulings import views

# They keep the place where they stood when only ideas had them: letters out there point here.
urlpatterns = [
    path("ideas/taken-down/", views.rulings, name="rulings"),
    path("ideas/taken-down/<uuid:ruling>/", views.ruling, name="ruling"),
    path("ideas/taken-down/<uuid:ruling>/appeal/", views.appeal, name="appeal_ruling"),
    path("ideas/taken-down/<uuid:ruling>/decide/", views.decide, name="decide_ruling"),
]
