"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "gyda.ledger"

    def ready(self) -> None:
        from gyda.ledger import kinds

        kinds.register_own()
