"""What conversations tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    from gyda.journal import sentences
    from gyda.keys import open_data, ticks
    from gyda.letters import kinds
    from gyda.need.conversations import export, letter_kinds, personal_data, section, verbs
    from gyda.need.conversations.actions import chores

    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    section.register()
    open_data.register("conversations", export.records)
    ticks.register("conversations", chores.look_after)
    ticks.register("statements", chores.remind, every=datetime.timedelta(days=1))
