"""A joint scoring in a story: asked, trained, scored in a pair, agreed, decided, told."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable
from functools import partial

from django.utils import timezone

from gyda.decide.scoring.actions import deciding, points, setting_up
from gyda.decide.scoring.models import Scorer, Scoring, SessionKind, Side, Standard
from gyda.decide.scoring.queries import bidders_of, questions_of
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.scorings import ScoringWords

Deed = Callable[..., object]
DAY = datetime.timedelta(days=1)


def write_scorings(stage: Stage) -> None:
    """Note in the diary each step, in the order in which it must come."""
    steps = (_begin, _train, _score, _agree, _decide, _tell)
    for words in stage.story.scorings:
        for later, step in enumerate(steps):
            at = stage.diary.day(words.ago - 3 * later, 18, 30)
            stage.write(at, partial(step, stage, words))


def _scoring(words: ScoringWords) -> Scoring:
    return Scoring.objects.get(title_cy=words.title_cy)


def _begin(stage: Stage, words: ScoringWords) -> None:
    who, today = stage.by(words.worker), timezone.localdate()
    thread = Initiative.objects.get(id=stage.initiatives[words.initiative])
    names = ("title_cy", "title_en", "what_cy", "what_en", "pence")
    brief = setting_up.Brief(
        organisation=stage.organisations[words.organisation],
        worker=stage.members[words.worker],
        starts_on=today + 60 * DAY,
        ends_on=today + 424 * DAY,
        feedback_by_on=today + 30 * DAY,
        **{name: getattr(words, name) for name in names},
    )
    made = setting_up.begin(who=who, initiative=thread, brief=brief, key=uuid7())
    for name in words.bidders:
        setting_up.add_bidder(who=who, scoring_id=made.id, name=name)
    for side, keys in ((Side.YOUNG, words.young), (Side.OFFICERS, words.officers)):
        for key in keys:
            setting_up.add_scorer(
                who=who, scoring_id=made.id, member=stage.members[key], side=side, pair=1
            )


def _train(stage: Stage, words: ScoringWords) -> None:
    """Let everyone say yes, meet, and write the questions of each side."""
    scoring = _scoring(words)
    for key in (*words.young, *words.officers):
        setting_up.consent(who=stage.by(key), scoring_id=scoring.id)
    _meet(stage, words, SessionKind.TRAINING)
    most = 100 // len(words.young_questions)
    for text in words.young_questions:
        _ask(stage, words.young[0], scoring, Side.YOUNG, text, most)
    _ask(stage, words.officers[0], scoring, Side.OFFICERS, words.question, 100)


def _ask(stage: Stage, key: str, scoring: Scoring, side: str, text: str, most: int) -> None:
    points.ask(
        who=stage.by(key), scoring_id=scoring.id, side=side, text=text, language="cy", most=most
    )


def _meet(stage: Stage, words: ScoringWords, kind: SessionKind) -> None:
    setting_up.note_session(
        who=stage.by(words.worker),
        scoring_id=_scoring(words).id,
        kind=kind,
        on=timezone.localdate(),
        adult=stage.members[words.worker],
        other_adult=stage.members[words.other_adult],
    )


def _score(stage: Stage, words: ScoringWords) -> None:
    _meet(stage, words, SessionKind.SCORING)
    _give(stage, words, points.score)


def _agree(stage: Stage, words: ScoringWords) -> None:
    """Let both sides agree on what their pairs gave, and the young say how it was."""
    _meet(stage, words, SessionKind.MODERATION)
    _give(stage, words, points.moderate)
    answers = {standard.value: ("YES", "") for standard in Standard}
    answers[Standard.GAIN] = ("YES", words.felt)
    points.answer_standard(
        who=stage.by(words.young[0]),
        scoring_id=_scoring(words).id,
        answers=answers,
        language="cy",
    )


def _give(stage: Stage, words: ScoringWords, deed: Deed) -> None:
    scoring = _scoring(words)
    bidders = {one.name: one for one in bidders_of(scoring)}
    asked = questions_of(scoring)
    rows = {Side.YOUNG: words.young_points, Side.OFFICERS: (words.points,)}
    for side, keys in ((Side.YOUNG, words.young), (Side.OFFICERS, words.officers)):
        given = {
            (question.id, bidders[name].id): points
            for question, row in zip(asked[side], rows[side], strict=True)
            for name, points in zip(words.bidders, row, strict=True)
        }
        deed(who=stage.by(keys[0]), scoring_id=scoring.id, side=side, points=given)


def _decide(stage: Stage, words: ScoringWords) -> None:
    said = deciding.Words(words.chosen_cy, words.chosen_en, words.reasons_cy, words.reasons_en)
    deciding.decide(who=stage.by(words.worker), scoring_id=_scoring(words).id, words=said)


def _tell(stage: Stage, words: ScoringWords) -> None:
    who = stage.by(words.worker)
    for scorer in Scorer.objects.young().filter(scoring=_scoring(words)).order_by("id"):
        deciding.tell_young(who=who, scorer_id=scorer.id, words=words.heard, language="cy")
