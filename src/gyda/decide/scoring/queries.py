"""Every read of joint scorings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.decide.scoring.models import (
    EQUAL,
    Bidder,
    Moderated,
    PairScore,
    ScoreQuestion,
    Scorer,
    Scoring,
    ScoringSession,
    Side,
    Standard,
    StandardCheck,
    YoungFeedback,
)
from gyda.methods.joint_score import MODERATED, PAIR, Row, joint, scores_of, turns
from gyda.methods.representativeness import LEAST

MANY = 200
GROUPS = {Side.YOUNG: "young", Side.OFFICERS: "adults"}
FEWER = 20  # the weight that is shown beside equal ones
Points = dict[tuple[UUID, UUID], int]


def listed() -> "QuerySet[Scoring]":
    return Scoring.objects.select_related("initiative", "organisation")


def scoring_or_404(scoring_id: UUID) -> Scoring:
    rows = Scoring.objects.select_related("initiative", "organisation", "worker")
    return get_object_or_404(rows, id=scoring_id)


def scorer_or_404(scorer_id: UUID) -> Scorer:
    rows = Scorer.objects.select_related("scoring__initiative", "member__person")
    return get_object_or_404(rows, id=scorer_id)


def question_or_404(question_id: UUID) -> ScoreQuestion:
    return get_object_or_404(ScoreQuestion.objects.select_related("scoring"), id=question_id)


def bidders_of(scoring: Scoring) -> list[Bidder]:
    return list(Bidder.objects.filter(scoring=scoring).order_by("name", "id")[:MANY])


def questions_of(scoring: Scoring) -> dict[str, list[ScoreQuestion]]:
    """Return the questions of both sides."""
    rows = list(ScoreQuestion.objects.filter(scoring=scoring).order_by("id")[:MANY])
    return {side: [row for row in rows if row.side == side] for side in Side}


def scorers_of(scoring: Scoring) -> list[Scorer]:
    """Return who scores, and who said yes and stopped: they are owed an answer too."""
    seen = Q(left_at__isnull=True) | Q(consented_at__isnull=False)
    rows = Scorer.objects.filter(seen, scoring=scoring).select_related("member")
    return list(rows.order_by("side", "pair", "id")[:MANY])


def sessions_of(scoring: Scoring) -> list[ScoringSession]:
    rows = ScoringSession.objects.filter(scoring=scoring).select_related("adult", "other_adult")
    return list(rows.order_by("on", "id")[:MANY])


def standards_of(scoring: Scoring) -> dict[str, StandardCheck]:
    rows = StandardCheck.objects.filter(scoring=scoring)
    found = {row.standard: row for row in rows}
    return {standard: found[standard] for standard in Standard if standard in found}


def pair_points(scoring: Scoring, side: str, pair: int) -> Points:
    rows = PairScore.objects.filter(question__scoring=scoring, question__side=side, pair=pair)
    return {(row.question_id, row.bidder_id): row.points for row in rows}


def agreed_points(scoring: Scoring, side: str) -> Points:
    rows = Moderated.objects.filter(question__scoring=scoring, question__side=side)
    return {(row.question_id, row.bidder_id): row.points for row in rows}


def means_of_pairs(scoring: Scoring, side: str) -> dict[tuple[UUID, UUID], list[int]]:
    """Return what the pairs gave, for the talk in which a side agrees."""
    rows = PairScore.objects.filter(question__scoring=scoring, question__side=side)
    found: dict[tuple[UUID, UUID], list[int]] = {}
    for row in sorted(rows, key=lambda one: one.pair):
        found.setdefault((row.question_id, row.bidder_id), []).append(row.points)
    return found


@dataclass(frozen=True)
class Asked:
    """The questions of both sides and the bidders: read once for a page."""

    questions: dict[str, list[ScoreQuestion]]
    bidders: list[Bidder]

    def about(self) -> dict[UUID, tuple[int, ScoreQuestion]]:
        """Return each question with its number, officers' first as they are sorted."""
        every = [one for side in sorted(self.questions) for one in self.questions[side]]
        return {one.id: (place, one) for place, one in enumerate(every, start=1)}


def asked_in(scoring: Scoring) -> Asked:
    return Asked(questions_of(scoring), bidders_of(scoring))


def rows_of(scoring: Scoring) -> list[Row]:
    """Return all points, first those of pairs, then those agreed; by number, nobody is named."""
    asked = asked_in(scoring)
    pairs = PairScore.objects.filter(question__scoring=scoring)
    rows = [_row(asked, PAIR, str(one.pair), one) for one in pairs]
    rows += agreed_rows(scoring, asked)
    return sorted(rows, key=lambda r: (r.group, r.stage, r.pair, int(r.question), r.bidder))


def agreed_rows(scoring: Scoring, asked: Asked) -> list[Row]:
    """Return the points that the sides agreed on: all that a result is made of."""
    agreed = Moderated.objects.filter(question__scoring=scoring)
    return [_row(asked, MODERATED, "", one) for one in agreed]


def _row(asked: Asked, stage: str, pair: str, one: PairScore | Moderated) -> Row:
    number, question = asked.about()[one.question_id]
    names = {bidder.id: bidder.name for bidder in asked.bidders}
    group = GROUPS[Side(question.side)]
    return Row(group, stage, pair, str(number), question.most, names[one.bidder_id], one.points)


def is_complete(asked: Asked, rows: Iterable[Row]) -> bool:
    """Tell whether both sides agreed on every question for two bidders or more."""
    agreed = sum(row.stage == MODERATED for row in rows)
    wanted = sum(len(theirs) for theirs in asked.questions.values()) * len(asked.bidders)
    return len(asked.bidders) >= 2 and all(asked.questions.values()) and agreed == wanted


def weights_of(scoring: Scoring) -> dict[str, int]:
    return {"young": scoring.young_weight, "adults": 100 - scoring.young_weight}


@dataclass(frozen=True)
class Standing:
    """One weighing: the weight of the young people, each bidder's score, and who is first."""

    young: int
    scores: list[tuple[str, Fraction]]
    first: tuple[str, ...]

    @property
    def adults(self) -> int:
        return 100 - self.young

    @property
    def first_names(self) -> str:
        return ", ".join(self.first)


@dataclass(frozen=True)
class Result:
    """What came out: each side's scores, the joint ones, and what other weights would have given.

    `changed`: the young people's score made another bidder first than the officers' alone;
    `turn`: from which share of the weight on it does, in percent.
    """

    sides: list[tuple[str, Fraction, Fraction]]  # bidder, young, adults
    chosen: Standing
    equal: Standing
    fewer: Standing
    alone: Standing
    turn: int | None

    @property
    def changed(self) -> bool:
        return self.chosen.first != self.alone.first

    @property
    def changed_when_equal(self) -> bool:
        return self.equal.first != self.alone.first

    @property
    def weighings(self) -> list[Standing]:
        """The weighings to show, each once."""
        found = {one.young: one for one in (self.chosen, self.equal, self.fewer, self.alone)}
        return [found[young] for young in sorted(found, reverse=True)]


def result_of(scoring: Scoring, asked: Asked | None = None) -> Result | None:
    """Return what came out; None until both sides have agreed on all points."""
    asked = asked or asked_in(scoring)
    rows = agreed_rows(scoring, asked)
    if not is_complete(asked, rows):
        return None
    scores = scores_of(rows)

    def standing(young: int) -> Standing:
        found = joint(scores, {"young": young, "adults": 100 - young})
        return Standing(young, sorted(found.scores.items()), found.first)

    turned = turns(scores, "young", "adults")
    return Result(
        sides=[(b, scores["young"][b], scores["adults"][b]) for b in sorted(scores["young"])],
        chosen=standing(scoring.young_weight),
        equal=standing(EQUAL),
        fewer=standing(FEWER),
        alone=standing(0),
        turn=round(100 * turned[0].share) if turned else None,
    )


@dataclass(frozen=True)
class Owed:
    """How many young people said yes, how many of them wait to hear, and whether that is late."""

    young: int
    waiting: int
    is_late: bool

    @property
    def shown(self) -> int | None:
        """How many take part, for everyone: nothing under five."""
        return self.young if self.young >= LEAST else None


def feedback_owed(scoring: Scoring) -> Owed:
    """Return how many still wait; who stopped is told too, if they took part at all."""
    rows = Scorer.objects.filter(scoring=scoring, side=Side.YOUNG)
    young = set(rows.filter(consented_at__isnull=False).values_list("id", flat=True))
    return owed_to(scoring, young, told(scoring))


def owed_to(scoring: Scoring, young: set[UUID], informed: set[UUID]) -> Owed:
    """Return the same, of who took part and who was told."""
    waiting = len(young - informed)
    late = waiting > 0 and scoring.feedback_by_on < timezone.localdate()
    return Owed(len(young), waiting, late)


def feedback_to(scorer: Scorer) -> YoungFeedback | None:
    return YoungFeedback.objects.filter(scorer=scorer).first()


def told(scoring: Scoring) -> set[UUID]:
    """Return which scorers had feedback."""
    rows = YoungFeedback.objects.filter(scorer__scoring=scoring)
    return set(rows.values_list("scorer_id", flat=True))
