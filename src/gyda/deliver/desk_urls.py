"""Addresses of the connector's desk, quick entry and the steward's rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.views import desk, policy, sheet

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/invite/", desk.invite, name="people_to_invite"),
    path("desk/exchanges/", desk.waiting, name="waiting_exchanges"),
    path("desk/told/", desk.heard_all, name="told"),
    path("desk/told/<uuid:told>/read/", desk.heard, name="heard"),
    path("desk/sheet/", sheet.sheet, name="sheet"),
    path("time-bank/", policy.policy, name="policy"),
    path("time-bank/change/", policy.set_rules, name="set_policy"),
]
