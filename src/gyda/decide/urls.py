"""Addresses of the room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

app_name = "decide"

urlpatterns: list[URLPattern] = []
