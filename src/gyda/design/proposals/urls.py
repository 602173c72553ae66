"""Addresses of proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
