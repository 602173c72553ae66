"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class ReferralConfig(AppConfig):
    name = "gyda.referral"

    def ready(self) -> None:
        from gyda.journal import sentences
        from gyda.letters import kinds
        from gyda.referral import chores, letter_kinds, personal_data, verbs  # noqa: F401

        sentences.register(verbs.SENTENCES)
        kinds.register(*letter_kinds.KINDS)
        personal_data.register()
