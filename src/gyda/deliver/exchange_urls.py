"""Addresses of exchanges."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.views import exchange, goods, propose, thanks

urlpatterns = [
    path("exchanges/", exchange.exchanges, name="exchanges"),
    path("exchanges/new/", propose.propose_exchange, name="propose"),
    path("exchanges/record/", propose.record_exchange, name="record"),
    path("exchanges/goods/", goods.goods, name="goods"),
    path("exchanges/<uuid:exchange>/", exchange.exchange, name="exchange"),
    path("exchanges/<uuid:exchange>/change/", propose.change_exchange, name="change_exchange"),
    path("exchanges/<uuid:exchange>/meeting/", exchange.meeting, name="meeting"),
    path("exchanges/<uuid:exchange>/<slug:deed>/", exchange.take_step, name="take_step"),
    path("thanks/", thanks.thanks, name="thanks"),
    path("thanks/<uuid:thanks>/hide/", thanks.hide, name="hide_thanks"),
]
