"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "gyda.ledger"

    def ready(self) -> None:
        from gyda.journal import sentences
        from gyda.keys import ticks
        from gyda.ledger import kinds, personal_data, verbs
        from gyda.ledger.actions.closing import look_after

        kinds.register_own()
        sentences.register(verbs.SENTENCES)
        personal_data.register_all()
        ticks.register("ledger", look_after, every=datetime.timedelta(hours=1))
