"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "gyda.safeguarding"

    def ready(self) -> None:
        from gyda.journal import sentences
        from gyda.letters import kinds
        from gyda.people import moments
        from gyda.safeguarding import chores, letter_kinds, personal_data, section, verbs  # noqa: F401
        from gyda.safeguarding.rules import require_for_role

        sentences.register(verbs.SENTENCES)
        kinds.register(*letter_kinds.KINDS)
        personal_data.register()
        section.register_all()
        moments.before_role(require_for_role)
