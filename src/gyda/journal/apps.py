"""The room's name for Django, and what it gives to the house."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "gyda.journal"

    def ready(self) -> None:
        from gyda.journal import chores, personal_data, verbs  # noqa: F401
