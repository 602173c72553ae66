"""What criteria tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from gyda.design.criteria import export, letter_kinds, personal_data, verbs
from gyda.design.criteria.actions import clock
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import kinds


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: a link to the rules of the initiative."""
    return {}


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    register(Section(Stage.DESIGN, "design/criteria/parts/section.html", _way, order=60))
    open_data.register("criteria", export.records)
    ticks.register("criteria.clock", clock.look_after, every=datetime.timedelta(hours=6))
