"""What funds tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.decisions import money
from gyda.decide.funds import (
    export,
    letter_kinds,
    personal_data,
    section,
    transfer_kinds,
    verbs,
)
from gyda.decide.funds.queries.power import promised_by_decision
from gyda.journal import sentences
from gyda.keys import open_data
from gyda.letters import kinds


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    transfer_kinds.register()
    section.register_all()
    money.register(promised_by_decision)
    open_data.register("funds", export.records)
    open_data.register("fund_limits", export.limits)
