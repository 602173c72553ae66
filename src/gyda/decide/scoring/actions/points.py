"""Questions, points of the pairs, and the points that a side agrees on: each side its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from gyda.decide.scoring import errors, rules
from gyda.decide.scoring.actions.setting_up import locked, note
from gyda.decide.scoring.models import (
    Bidder,
    Met,
    Moderated,
    PairScore,
    ScoreQuestion,
    Scorer,
    Scoring,
    SessionKind,
    Side,
    Standard,
    StandardCheck,
)
from gyda.decide.scoring.pairs import pairs_missing
from gyda.people.who import Who

Points = Mapping[tuple[UUID, UUID], int]  # question, bidder -> points


@transaction.atomic
def ask(
    *, who: Who, scoring_id: UUID, side: str, text: str, language: str, most: int
) -> ScoreQuestion:
    """Write a question of one's own side; four at most, before the first points."""
    scoring = locked(scoring_id)
    scorer = rules.require_scorer(who, scoring, side)
    rules.require_two_adults(scorer, SessionKind.TRAINING)
    questions = ScoreQuestion.objects.filter(scoring=scoring, side=side)
    if PairScore.objects.filter(question__in=questions).exists():
        raise errors.Begun
    if questions.count() >= rules.MOST_QUESTIONS:
        raise errors.EnoughQuestions
    made = ScoreQuestion.objects.create(
        scoring=scoring, side=side, text=text.strip(), language=language, most=most,
        by=scorer.member,
    )  # fmt: skip
    note(who, "scoring.asked", scoring)
    return made


@transaction.atomic
def take_out(*, who: Who, question_id: UUID) -> None:
    """Take a question of one's own side out, before the first points."""
    question = ScoreQuestion.objects.select_related("scoring").get(id=question_id)
    rules.require_scorer(who, locked(question.scoring.id), question.side)
    if PairScore.objects.filter(question=question).exists():
        raise errors.Begun
    note(who, "scoring.question_out", question.scoring)
    question.delete()


@transaction.atomic
def score(*, who: Who, scoring_id: UUID, side: str, points: Points) -> Scorer:
    """Give the points of one's own pair."""
    scoring = locked(scoring_id)
    scorer = rules.require_scorer(who, scoring, side)
    rules.require_two_adults(scorer, SessionKind.SCORING)
    rules.require_partner(scorer)
    for question, bidder, given in checked(scoring, side, points):
        PairScore.objects.update_or_create(
            hub_id=who.hub_id, question=question, bidder=bidder, pair=scorer.pair,
            defaults={"points": given, "by": scorer.member},
        )  # fmt: skip
    note(who, "scoring.scored", scoring, side=side)
    return scorer


@transaction.atomic
def moderate(*, who: Who, scoring_id: UUID, side: str, points: Points) -> Scorer:
    """Write down the points on which all of one's own side agreed, once every pair gave its own."""
    scoring = locked(scoring_id)
    scorer = rules.require_scorer(who, scoring, side)
    rules.require_two_adults(scorer, SessionKind.MODERATION)
    if missing := pairs_missing(scoring, side):
        raise errors.PairsFirst(pairs=", ".join(map(str, missing)))
    for question, bidder, given in checked(scoring, side, points):
        Moderated.objects.update_or_create(
            hub_id=who.hub_id, question=question, bidder=bidder,
            defaults={"points": given, "by": scorer.member},
        )  # fmt: skip
    note(who, "scoring.moderated", scoring, side=side)
    return scorer


def checked(scoring: Scoring, side: str, points: Points) -> list[tuple[ScoreQuestion, Bidder, int]]:
    """Return the points with their questions and bidders, all of this side and none too many."""
    rows = ScoreQuestion.objects.filter(scoring=scoring, side=side)
    questions = {one.id: one for one in rows}
    bidders = {one.id: one for one in Bidder.objects.filter(scoring=scoring)}
    found = []
    for (question_id, bidder_id), given in points.items():
        if question_id not in questions or bidder_id not in bidders:
            raise errors.NotYours
        question = questions[question_id]
        if not 0 <= given <= question.most:
            raise errors.TooManyPoints(most=question.most, field=f"{question_id}-{bidder_id}")
        found.append((question, bidders[bidder_id], given))
    return found


@transaction.atomic
def answer_standard(
    *, who: Who, scoring_id: UUID, answers: Mapping[str, tuple[str, str]], language: str
) -> None:
    """Say for the standards how far they were kept, with words where there are any."""
    scoring = locked(scoring_id)
    scorer = rules.require_scorer(who, scoring, Side.YOUNG)
    for standard, (met, words) in answers.items():
        StandardCheck.objects.update_or_create(
            hub_id=who.hub_id, scoring=scoring, standard=Standard(standard),
            defaults={"met": Met(met), "words": words.strip(), "language": language,
                      "by": scorer.member},
        )  # fmt: skip
    note(who, "scoring.standards_answered", scoring)
