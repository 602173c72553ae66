"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class NeedConfig(AppConfig):
    name = "gyda.need"

    def ready(self) -> None:
        from gyda.need.conversations import ready as conversations
        from gyda.need.gifts import ready as gifts
        from gyda.need.ideas import ready as ideas
        from gyda.need.map import ready as map_ready
        from gyda.need.open_letters import ready as open_letters
        from gyda.need.rulings.personal_data import register_all as keep_rulings
        from gyda.need.took_part import register_all as count_who_took_part

        keep_rulings()
        conversations.register_all()
        gifts.register_all()
        ideas.register_all()
        open_letters.register_all()
        map_ready.register_all()
        count_who_took_part()
