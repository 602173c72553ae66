"""Addresses of the time bank inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

app_name = "deliver"
urlpatterns: list[URLPattern] = []
