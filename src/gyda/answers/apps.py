"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "gyda.answers"

    def ready(self) -> None:
        from django.db.models import Q

        from gyda.answers import (
            export,
            kinds_of_own,
            letter_kinds,
            personal_data,
            section,
            verbs,
        )
        from gyda.answers.actions import clock, letters, setup
        from gyda.journal import sentences
        from gyda.keys import open_data, ticks
        from gyda.letters import audiences, kinds
        from gyda.people import moments

        sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
        sentences.hide("answers.Question", Q(hidden=True))
        kinds.register(*letter_kinds.KINDS)
        audiences.register(letters.AUDIENCE, letters.who_hears)
        open_data.register("answers", export.records)
        kinds_of_own.register_all()
        personal_data.register_all()
        section.register_all()
        ticks.register("answers", clock.look_after, every=datetime.timedelta(hours=6))
        moments.on_leaving(setup.leave)
