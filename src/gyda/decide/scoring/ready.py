"""What joint scoring tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.decide.decisions import abouts, bundles
from gyda.decide.scoring import files, letter_kinds, personal_data, verbs
from gyda.decide.scoring.actions import deciding
from gyda.decide.scoring.code import SCORING
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import ticks
from gyda.letters import kinds


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: the way to begin one."""
    return {}


def register_all() -> None:
    """Declare words, letters, what is held on people, the files of a decision, what is due."""
    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    abouts.register(SCORING, _("The joint scoring"), "decide:scoring")
    bundles.register(SCORING, files.files_of)
    register(Section(Stage.DECIDE, "decide/scoring/parts/section.html", _way, order=50))
    every = datetime.timedelta(hours=12)
    ticks.register("scoring.feedback", deciding.look_after, every=every)
