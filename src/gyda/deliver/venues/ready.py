"""Tells the rooms below what pools and venues bring."""
# SPDX-License-Identifier: AGPL-3.0-or-later


def register_all() -> None:
    """Register verbs, letters, kinds of transfer, personal data and chores."""
    from gyda.deliver.paper import moments
    from gyda.deliver.venues import chores, letter_kinds, personal_data, transfer_kinds, verbs
    from gyda.deliver.venues.actions.taking import owe_for
    from gyda.journal import sentences
    from gyda.letters import kinds

    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    transfer_kinds.register()
    personal_data.register_all()
    chores.register_all()
    moments.on_spent(owe_for)
