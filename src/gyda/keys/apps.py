"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "gyda.keys"

    def ready(self) -> None:
        from gyda.keys import checks  # noqa: F401
