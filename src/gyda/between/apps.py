"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class BetweenConfig(AppConfig):
    name = "gyda.between"

    def ready(self) -> None:
        from gyda.between import letter_kinds, personal_data, transfer_kinds, verbs
        from gyda.between.actions.crossing import look_after
        from gyda.journal import sentences
        from gyda.keys import ticks
        from gyda.letters import kinds

        sentences.register(verbs.SENTENCES, links=verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        transfer_kinds.register()
        personal_data.register_all()
        ticks.register("between hubs", look_after)
