"""Addresses between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.between.views import across, pacts

app_name = "between"
urlpatterns = [
    path("", across.across, name="across"),
    path("my-offers/", across.my_offers, name="my_offers"),
    path("with/<slug:partner>/offers/", across.offers, name="offers"),
    path("with/<slug:partner>/offers/<uuid:offer>/", across.offer, name="offer"),
    path("with/<slug:partner>/pay/", across.pay, name="pay"),
    path("agreements/", pacts.pacts, name="pacts"),
    path("agreements/new/", pacts.new, name="new_pact"),
    path("agreements/<slug:partner>/", pacts.pact, name="pact"),
    path("agreements/<slug:partner>/accept/", pacts.agree, name="accept_pact"),
    path("agreements/<slug:partner>/end/", pacts.stop, name="end_pact"),
    path("agreements/<slug:partner>/settle/", pacts.settle, name="settle"),
    path("agreements/<slug:partner>/table/", pacts.table, name="months"),
]
