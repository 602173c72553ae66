"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class MovingConfig(AppConfig):
    name = "gyda.moving"

    def ready(self) -> None:
        from gyda.journal import sentences
        from gyda.letters import kinds
        from gyda.moving import chores, letter_kinds, personal_data, transfer_kinds, verbs

        sentences.register(verbs.SENTENCES, links=verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        transfer_kinds.register()
        personal_data.register_all()
        chores.register_all()
