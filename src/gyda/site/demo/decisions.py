"""Decisions of a story that a body was asked to meet: it answers, or sets them aside."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial

from django.utils import timezone

from gyda.answers.actions.answering import Reply, answer
from gyda.answers.models import Question
from gyda.decide.decisions.actions.after import Signed, overrule
from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft, Evidence
from gyda.decide.decisions.models import Decision
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.deciding import RulingWords

TEXTS = ("title", "what", "reasons", "minority")
FIGURES = ("in_favour", "against", "abstained", "pence", "right")


def write_decisions(stage: Stage) -> None:
    """Note in the diary what was decided, and what the body said to it."""
    for words in stage.story.rulings:
        meet = _answer if words.verdict else _overrule
        stage.write(stage.diary.day(words.ago, 20, 40), partial(_publish, stage, words))
        stage.write(stage.diary.day(words.met, 15, 10), partial(meet, stage, words))


def _publish(stage: Stage, words: RulingWords) -> None:
    today = timezone.localdate()
    texts = {f"{name}_{lang}": getattr(words, f"{name}_{lang}")
             for name in TEXTS for lang in ("cy", "en")}  # fmt: skip
    evidence = Evidence(
        claim_cy=words.claim_cy, claim_en=words.claim_en, source=words.source, on=today,
        words=words.claim_cy, language="cy",
    )  # fmt: skip
    draft = Draft(
        kind="MEETING",
        method="MAJORITY",
        organisation=stage.organisations[words.organisation],
        effective_on=today + datetime.timedelta(days=30),
        evidence=(evidence,),
        **{name: getattr(words, name) for name in FIGURES},
        **texts,
    )
    thread = Initiative.objects.get(id=stage.initiatives[words.initiative])
    publish(who=stage.by(words.by), initiative=thread, draft=draft, key=uuid7())


def _decision(words: RulingWords) -> Decision:
    return Decision.objects.get(title_cy=words.title_cy)


def _answer(stage: Stage, words: RulingWords) -> None:
    question = Question.objects.waiting().get(about_id=_decision(words).id)
    by_on = timezone.localdate() + datetime.timedelta(days=words.days)
    names = ("verdict", "owner", "action_cy", "action_en", "reason_cy", "reason_en")
    reply = Reply(by_on=by_on, **{name: getattr(words, name) for name in names})
    answer(who=stage.by(words.contact), question_id=question.id, reply=reply)


def _overrule(stage: Stage, words: RulingWords) -> None:
    names = ("role_cy", "role_en", "reason_cy", "reason_en", "instead_cy", "instead_en")
    signed = Signed(
        name=stage.words(words.contact).name,
        signed_on=timezone.localdate(),
        **{name: getattr(words, name) for name in names},
    )
    overrule(who=stage.by(words.contact), decision_id=_decision(words).id, signed=signed)
