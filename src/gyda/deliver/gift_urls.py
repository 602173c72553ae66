"""Addresses of gifts of hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.views import gift

urlpatterns = [
    path("gifts/", gift.my_gifts, name="gifts"),
    path("gifts/give/", gift.choose, name="give"),
    path("gifts/give/<uuid:member>/", gift.give, name="give_to"),
    path("gifts/pot/", gift.give_to_pot, name="give_to_pot"),
    path("gifts/<uuid:gift>/", gift.gift, name="gift"),
    path("pot/", gift.pot, name="grant"),
    path("pot/grant/<uuid:member>/", gift.grant, name="grant_to"),
]
