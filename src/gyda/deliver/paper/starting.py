"""What paper tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils.translation import gettext_lazy as _


def register_all() -> None:
    """Register verbs, letters, kinds of transfer, holdings and chores."""
    from gyda.deliver.paper import holdings, letter_kinds, section, transfer_kinds, verbs
    from gyda.deliver.paper.actions.ending import expire_due
    from gyda.deliver.paper.actions.statements import write_due
    from gyda.journal import sentences
    from gyda.keys import ticks
    from gyda.ledger import ways
    from gyda.ledger.ways import Way
    from gyda.letters import kinds

    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    transfer_kinds.register()
    holdings.register_all()
    section.register_all()
    ways.register(
        Way(_("Bring a note"), "deliver:bring_note"),
        Way(_("Statements by post"), "deliver:statements_by_post"),
    )
    ticks.register("notes out of date", expire_due, every=datetime.timedelta(hours=1))
    ticks.register("statements by post", write_due, every=datetime.timedelta(hours=1))
