"""Who may do what in a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.scoring import errors
from gyda.decide.scoring.models import (
    PairScore,
    Scorer,
    Scoring,
    ScoringSession,
    SessionKind,
    Side,
)
from gyda.people.who import Who

MOST_QUESTIONS = 4
MOST_IN_PAIR = 3  # two, and three where the number is odd


def is_worker(who: Who | None, scoring: Scoring) -> bool:
    """Tell whether this is who is there for the young people."""
    if not who or who.is_acting:
        return False
    return bool(who.actor.id == scoring.worker_id)


def scorer_of(who: Who | None, scoring: Scoring) -> Scorer | None:
    """Return this person's place among those who score; nobody scores for another."""
    if not who or who.is_acting:
        return None
    return Scorer.objects.here().filter(scoring=scoring, member=who.actor).first()


def require_worker(who: Who, scoring: Scoring) -> None:
    if not is_worker(who, scoring):
        raise errors.NotTheWorker
    require_open(scoring)


def require_open(scoring: Scoring) -> None:
    if not scoring.is_open:
        raise errors.Decided


def require_scorer(who: Who, scoring: Scoring, side: str) -> Scorer:
    """Return the scorer of this side who acts; raise for everyone else."""
    scorer = scorer_of(who, scoring)
    if scorer is None or scorer.side != side:
        raise errors.NotYours
    require_open(scoring)
    if not scorer.may_begin:
        raise errors.ConsentFirst
    return scorer


def require_two_adults(scorer: Scorer, kind: SessionKind) -> None:
    """Raise unless the young people met for this with two adults there."""
    if scorer.side != Side.YOUNG:
        return
    met = ScoringSession.objects.filter(scoring=scorer.scoring_id, kind=kind)
    if not met.exists():
        raise errors.TrainingFirst if kind == SessionKind.TRAINING else errors.TwoAdultsFirst


def require_partner(scorer: Scorer) -> None:
    """Raise where a young person would give points alone: those would tell who gave them."""
    if scorer.side != Side.YOUNG:
        return
    pair = Scorer.objects.young().filter(scoring=scorer.scoring_id, pair=scorer.pair)
    if not any(one.may_begin for one in pair.exclude(id=scorer.id)):
        raise errors.PartnerFirst


def require_room(scoring: Scoring, side: str, pair: int) -> None:
    """Raise where a pair has as many as a pair can."""
    there = Scorer.objects.here().filter(scoring=scoring, side=side, pair=pair).count()
    if there >= MOST_IN_PAIR:
        raise errors.PairFull


def has_begun(scoring: Scoring) -> bool:
    return PairScore.objects.filter(question__scoring=scoring).exists()
