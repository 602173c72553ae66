"""What open letters tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.answers import kinds as answers
from gyda.answers.models import Question
from gyda.answers.queries import holding
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import audiences, kinds
from gyda.need.open_letters import letter_kinds, personal_data, queries, verbs
from gyda.need.open_letters.actions import clock
from gyda.need.open_letters.actions.letters import (
    members_near,
    tell_outside,
    who_hears,
    who_hears_outside,
)
from gyda.need.open_letters.kind import LETTER, OUTSIDE
from gyda.need.open_letters.models import OpenLetter, Standing
from gyda.need.open_letters.subjects import LETTERS, NAMES
from gyda.need.rulings import subjects
from gyda.people.models import Member


def _near(question: Question) -> Any:
    """Return the members who hear of the answer: who wrote the letter, and who signed it."""
    letter = OpenLetter.objects.filter(id=question.about_id).first()
    return members_near(letter) if letter else Member.objects.none()


def _answered(question: Question) -> None:
    """Tell those outside who asked to hear."""
    letter, given = OpenLetter.objects.filter(id=question.about_id).first(), holding(question)
    if letter and given:
        tell_outside(letter, "letter_answered", answer=given, question=question)


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: a link to the open letters of the initiative."""
    return {}


def register_all() -> None:
    sentences.register(verbs.SENTENCES, verbs.NAMES, verbs.LINKS)
    sentences.hide("need.OpenLetter", Q(standing=Standing.REMOVED))
    subjects.register(LETTERS, NAMES)
    kinds.register(*letter_kinds.KINDS)
    audiences.register(LETTER, who_hears)
    audiences.register(OUTSIDE, who_hears_outside)
    personal_data.register_all()
    answers.register(answers.Kind(LETTER, _("An open letter"), "need:letter", _near, _answered))
    register(Section(Stage.NEED, "need/open_letters/parts/section.html", _way, order=50))
    open_data.register("open_letters", queries.records)
    ticks.register("open_letters.forget", clock.forget, every=datetime.timedelta(hours=6))
