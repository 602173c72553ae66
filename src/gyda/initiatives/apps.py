"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "gyda.initiatives"

    def ready(self) -> None:
        from gyda.initiatives import letter_kinds, personal_data, verbs
        from gyda.initiatives.actions import seats
        from gyda.journal import sentences
        from gyda.letters import kinds
        from gyda.people import moments

        sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        personal_data.register_all()
        moments.on_leaving(seats.leave_all)
