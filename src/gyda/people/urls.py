"""Addresses of the people room inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

app_name = "people"
urlpatterns: list[URLPattern] = []
