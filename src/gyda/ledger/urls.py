"""Addresses of the ledger inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

app_name = "ledger"
urlpatterns: list[URLPattern] = []
