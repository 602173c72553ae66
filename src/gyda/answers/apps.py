"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "gyda.answers"

    def ready(self) -> None:
        from gyda.answers import (
            export,
            kinds_of_own,
            letter_kinds,
            personal_data,
            section,
            verbs,
        )
        from gyda.answers.actions import clock, setup
        from gyda.journal import sentences
        from gyda.keys import open_data, ticks
        from gyda.letters import kinds
        from gyda.people import moments

        sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        open_data.register("answers", export.records)
        kinds_of_own.register_all()
        personal_data.register_all()
        section.register_all()
        ticks.register("answers", clock.look_after, every=datetime.timedelta(hours=6))
        moments.on_leaving(setup.leave)
