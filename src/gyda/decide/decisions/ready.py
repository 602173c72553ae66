"""What decisions tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.answers import kinds as answers
from gyda.answers.models import Question
from gyda.decide.decisions import export, letter_kinds, personal_data, verbs
from gyda.decide.decisions.actions import clock
from gyda.decide.decisions.actions.letters import AUDIENCE, near, who_hears
from gyda.decide.decisions.code import DECISION
from gyda.decide.decisions.models import Decision
from gyda.design.proposals import registries as proposals
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import audiences, kinds
from gyda.people.models import Member


def _near(question: Question) -> Any:
    """Return who hears of the answer to an advice: whoever is near its thread."""
    decision = Decision.objects.filter(id=question.about_id).first()
    return near(decision) if decision else Member.objects.none()


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: the way to the decisions of the thread."""
    return {}


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    audiences.register(AUDIENCE, who_hears)
    personal_data.register_all()
    register(Section(Stage.DECIDE, "decide/decisions/parts/section.html", _way, order=10))
    open_data.register("decisions", export.records)
    ticks.register("decisions.review", clock.look_after, every=datetime.timedelta(hours=6))
    proposals.register_decision(proposals.Kind(DECISION, _("A decision"), "decide:decision"))
    answers.register(answers.Kind(DECISION, _("An advice"), "decide:decision", _near))
