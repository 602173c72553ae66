"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class DeliverConfig(AppConfig):
    name = "gyda.deliver"
