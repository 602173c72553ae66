"""The pairs of those who score: who is in each, and whether it has given its points."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from gyda.decide.scoring.models import Bidder, PairScore, ScoreQuestion, Scorer, Scoring, Side
from gyda.decide.scoring.queries import Asked, scorers_of


@dataclass(frozen=True)
class Pair:
    """A pair on the worker's desk: each with whether they heard what became of it."""

    side: Side
    number: int
    people: list[tuple[Scorer, bool]]
    has_scored: bool


def pairs_of(scoring: Scoring, asked: Asked, told: set[UUID]) -> list[Pair]:
    """Return who scores, pair by pair, the young people first."""
    rows = PairScore.objects.filter(question__scoring=scoring)
    given = Counter(rows.values_list("question__side", "pair"))
    people: dict[tuple[str, int], list[tuple[Scorer, bool]]] = {}
    for one in scorers_of(scoring):
        people.setdefault((one.side, one.pair), []).append((one, one.id in told))
    pairs = []
    for side, number in sorted(people, key=lambda one: (one[0] != Side.YOUNG, one[1])):
        wanted = len(asked.questions[side]) * len(asked.bidders)
        has_scored = 0 < wanted <= given[side, number]
        pairs.append(Pair(Side(side), number, people[side, number], has_scored))
    return pairs


def pairs_missing(scoring: Scoring, side: str) -> list[int]:
    """Return the pairs of a side that may score and have not given all their points."""
    questions = ScoreQuestion.objects.filter(scoring=scoring, side=side)
    wanted = questions.count() * Bidder.objects.filter(scoring=scoring).count()
    given = Counter(PairScore.objects.filter(question__in=questions).values_list("pair", flat=True))
    here = Scorer.objects.here().filter(scoring=scoring, side=side)
    return sorted({one.pair for one in here if one.may_begin and given[one.pair] < wanted})
