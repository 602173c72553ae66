"""What is held on a member who scores: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from gyda.decide.scoring.models import (
    Moderated,
    PairScore,
    ScoreQuestion,
    Scorer,
    Scoring,
    ScoringSession,
    StandardCheck,
    YoungFeedback,
)
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = {"title_cy": F("scoring__title_cy"), "title_en": F("scoring__title_en")}


def export_scorings(member: Member) -> Rows:
    """Return those in which the member was there for the young people."""
    rows = Scoring.objects.filter(worker=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", "at")]


def export_scorers(member: Member) -> Rows:
    """Return where the member scored, and what was said of consent."""
    rows = Scorer.objects.filter(member=member).order_by("id")
    names = ("side", "pair", "needs_parent", "parent_said_on", "consented_at", "left_at")
    return [dict(row) for row in rows.values(*names, **TITLE)]


def erase_scorers(member: Member) -> None:
    """Forget what was said of consent; the pair's points stay, by number alone."""
    rows = Scorer.objects.filter(member=member)
    rows.filter(left_at__isnull=True).update(left_at=timezone.now())
    rows.update(parent_said_on=None, consented_at=None, needs_parent=False)


def export_sessions(member: Member) -> Rows:
    """Return the meetings at which the member was there as an adult."""
    rows = ScoringSession.objects.filter(Q(adult=member) | Q(other_adult=member)).order_by("id")
    return [dict(row) for row in rows.values("kind", "on", **TITLE)]


def export_questions(member: Member) -> Rows:
    """Return the questions that the member wrote."""
    rows = ScoreQuestion.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("text", "language", "most", **TITLE)]


def forget_questions(member: Member) -> None:
    ScoreQuestion.objects.filter(by=member).update(by=None)


def export_points(member: Member) -> Rows:
    """Return the points that the member typed in for their pair."""
    rows = PairScore.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("pair", "points", name=F("bidder__name"))]


def forget_points(member: Member) -> None:
    PairScore.objects.filter(by=member).update(by=None)


def export_agreed(member: Member) -> Rows:
    """Return the agreed points that the member wrote down."""
    rows = Moderated.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("points", name=F("bidder__name"))]


def forget_agreed(member: Member) -> None:
    Moderated.objects.filter(by=member).update(by=None)


def export_standards(member: Member) -> Rows:
    """Return what the member wrote down of the standards."""
    rows = StandardCheck.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("standard", "met", "words", "language", **TITLE)]


def forget_standards(member: Member) -> None:
    StandardCheck.objects.filter(by=member).update(by=None)


def export_feedback(member: Member) -> Rows:
    """Return what the member was told, and what they told young people."""
    rows = YoungFeedback.objects.filter(Q(scorer__member=member) | Q(by=member)).order_by("id")
    return [dict(row) for row in rows.values("words", "language", "at")]


def forget_feedback(member: Member) -> None:
    """Forget what was said to them."""
    rows = YoungFeedback.objects.filter(scorer__member=member)
    burn_letters_about(rows.values_list("id", flat=True))
    rows.update(words="")


def register_all() -> None:
    """Declare them: feedback first, while it is known who scored."""
    register(YoungFeedback, export=export_feedback, erase=forget_feedback)
    register(Scoring, export=export_scorings, erase=keep)
    register(Scorer, export=export_scorers, erase=erase_scorers)
    register(ScoringSession, export=export_sessions, erase=keep)
    register(ScoreQuestion, export=export_questions, erase=forget_questions)
    register(PairScore, export=export_points, erase=forget_points)
    register(Moderated, export=export_agreed, erase=forget_agreed)
    register(StandardCheck, export=export_standards, erase=forget_standards)
