"""What decisions tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.answers import kinds as answers
from gyda.answers.models import Question
from gyda.decide.decisions import letter_kinds, personal_data, verbs
from gyda.decide.decisions.actions.letters import near
from gyda.decide.decisions.code import DECISION
from gyda.decide.decisions.models import Decision
from gyda.journal import sentences
from gyda.letters import kinds
from gyda.people.models import Member


def _near(question: Question) -> Any:
    """Return who hears of the answer to an advice: whoever is near its thread."""
    decision = Decision.objects.filter(id=question.about_id).first()
    return near(decision) if decision else Member.objects.none()


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    answers.register(answers.Kind(DECISION, _("An advice"), "decide:decision", _near))
