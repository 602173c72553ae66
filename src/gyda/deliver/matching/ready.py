"""Tells the rooms below what matching brings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime


def register_all() -> None:
    """Register verbs, letters, personal data and the week's chore."""
    from gyda.deliver.matching import actions, letter_kinds, personal_data, verbs
    from gyda.journal import sentences
    from gyda.keys import ticks
    from gyda.letters import kinds

    sentences.register(verbs.SENTENCES)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    ticks.register("week of asks", actions.bring_weekly, every=datetime.timedelta(hours=1))
