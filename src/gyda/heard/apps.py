"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.apps import AppConfig


class HeardConfig(AppConfig):
    name = "gyda.heard"

    def ready(self) -> None:
        from gyda.heard import letter_kinds, personal_data, section, verbs
        from gyda.heard.actions.count import count_anew
        from gyda.journal import sentences
        from gyda.keys import ticks
        from gyda.letters import kinds
        from gyda.people import moments

        sentences.register(verbs.SENTENCES, links=verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        personal_data.register_all()
        section.register_all()
        moments.on_leaving(personal_data.leave_meetings)
        ticks.register("who is heard", count_anew, every=datetime.timedelta(hours=1))
