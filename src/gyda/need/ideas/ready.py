"""What ideas tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.answers import kinds as answers
from gyda.answers.models import Question
from gyda.design.proposals.registries import Kind as Source
from gyda.design.proposals.registries import register_source
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import audiences, kinds
from gyda.need.ideas import export, letter_kinds, personal_data, queries, verbs
from gyda.need.ideas.actions import cut
from gyda.need.ideas.actions.letters import near, who_hears
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea
from gyda.need.ideas.subjects import IDEAS, POINTS
from gyda.need.rulings import subjects
from gyda.people.models import Member


def _near(question: Question) -> Any:
    """Return who hears of the answer to an idea: who wrote it, and who supports it."""
    idea = Idea.objects.filter(id=question.about_id).first()
    return near(idea) if idea else Member.objects.none()


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: a link to the ideas of the initiative."""
    return {}


def register_all() -> None:
    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    kinds.register(*letter_kinds.KINDS)
    audiences.register(IDEA, who_hears)
    personal_data.register_all()
    answers.register(answers.Kind(IDEA, _("An idea"), "need:idea", _near))
    register_source(Source(IDEA, _("An idea"), "need:idea", queries.seeds))
    register(Section(Stage.NEED, "need/ideas/parts/section.html", _way, order=40))
    subjects.register(IDEAS, POINTS)
    open_data.register("ideas", export.records)
    ticks.register("ideas.cut", cut.look_after, every=datetime.timedelta(hours=1))
