"""The room's name for Django, and what it gives to the house."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "gyda.letters"

    def ready(self) -> None:
        from gyda.letters import chores, personal_data  # noqa: F401
