"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.apps import AppConfig


class DeliverConfig(AppConfig):
    name = "gyda.deliver"

    def ready(self) -> None:
        from gyda.deliver.figures import ready as figures
        from gyda.deliver.matching import ready as matching
        from gyda.deliver.paper import starting
        from gyda.deliver.venues import ready

        self._ready_for_exchanges()
        starting.register_all()
        ready.register_all()
        figures.register_all()
        matching.register_all()
        from gyda.deliver import (
            farewell,
            letter_kinds,
            listing_data,
            listing_section,
            transfer_kinds,
            verbs,
        )
        from gyda.deliver.actions import category, time_up
        from gyda.journal import sentences
        from gyda.keys import ticks
        from gyda.letters import kinds
        from gyda.people import moments

        sentences.register(verbs.SENTENCES, links=verbs.LINKS)
        kinds.register(*letter_kinds.KINDS)
        transfer_kinds.register()
        listing_data.register_all()
        listing_section.register_all()
        ticks.register("listings", time_up.look_after, every=datetime.timedelta(hours=6))
        moments.on_joined(category.start_for)
        moments.before_leaving(farewell.hours_left)
        moments.on_leaving(time_up.take_down_all)

    def _ready_for_exchanges(self) -> None:
        from gyda.deliver import (
            exchange_chores,
            exchange_data,
            exchange_kinds,
            exchange_letters,
            exchange_verbs,
        )
        from gyda.deliver.actions import clock, start
        from gyda.journal import sentences
        from gyda.letters import kinds
        from gyda.people import moments

        sentences.register(exchange_verbs.SENTENCES, exchange_verbs.NAMES, exchange_verbs.LINKS)
        kinds.register(*exchange_letters.KINDS)
        exchange_kinds.register()
        exchange_data.register_all()
        exchange_chores.register_all()
        moments.on_joined(start.welcome)
        moments.on_leaving(clock.end_for_leaver)
