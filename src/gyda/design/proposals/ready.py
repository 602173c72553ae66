"""What proposals tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.design.proposals import export, letter_kinds, personal_data, took_part, verbs
from gyda.design.proposals.actions.authors import leave_all
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data
from gyda.letters import kinds
from gyda.people import moments


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: a link to the proposals of the initiative."""
    return {}


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    took_part.register_all()
    open_data.register("proposals", export.records)
    register(Section(Stage.DESIGN, "design/proposals/parts/section.html", _way, order=40))
    moments.on_leaving(leave_all)
