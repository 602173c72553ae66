"""Addresses of the letters room inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

app_name = "letters"
urlpatterns: list[URLPattern] = []
