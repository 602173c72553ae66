"""Setting a joint scoring up: who bids, who scores, who was there, what weighs how much."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.decide.scoring import errors, rules
from gyda.decide.scoring.models import (
    EQUAL,
    Bidder,
    Scorer,
    Scoring,
    ScoringSession,
    Side,
)
from gyda.initiatives import errors as thread_errors
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import may_hold
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.people.letterbox import write_to
from gyda.people.models import Member, Organisation
from gyda.people.who import Who
from gyda.safeguarding.models.level import Part
from gyda.safeguarding.queries.checks import lacking


@dataclass(frozen=True)
class Brief:
    """What is bought, by whom, for how long, and by when the young people hear of it."""

    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    organisation: Organisation
    worker: Member
    pence: int
    starts_on: datetime.date
    ends_on: datetime.date
    feedback_by_on: datetime.date


@once
@transaction.atomic
def begin(
    *,
    who: Who,
    initiative: Initiative,
    brief: Brief,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Scoring:
    """Begin one on a thread; both sides have the same weight."""
    if key and (stored := Scoring.objects.filter(request_key=key).first()):
        return stored
    if not may_hold(who, initiative):
        raise thread_errors.NotInTheTeam
    made = Scoring.objects.create(
        initiative=initiative, at=now or timezone.now(), request_key=key, **vars(brief)
    )
    enter(initiative, who=who, verb="scoring.begun", about=made, concerns=[brief.worker],
          scoring=str(made.id))  # fmt: skip
    return made


def locked(scoring_id: UUID) -> Scoring:
    return Scoring.objects.select_for_update().get(id=scoring_id)


def note(who: Who, verb: str, scoring: Scoring, **data: Any) -> None:
    """Record a deed of those who score or look after them: never in public, for names stay here."""
    record(by=who, verb=verb, about=scoring, public=False, scoring=str(scoring.id), **data)


@transaction.atomic
def add_bidder(*, who: Who, scoring_id: UUID, name: str) -> Bidder:
    """Add who offers to do it; before the first points."""
    scoring = locked(scoring_id)
    rules.require_worker(who, scoring)
    if rules.has_begun(scoring):
        raise errors.Begun
    bidder, _new = Bidder.objects.get_or_create(scoring=scoring, name=name.strip())
    note(who, "scoring.bidder_added", scoring)
    return bidder


@transaction.atomic
def add_scorer(
    *, who: Who, scoring_id: UUID, member: Member, side: str, pair: int, needs_parent: bool = False
) -> Scorer:
    """Add someone who scores; a young person says yes themselves before they begin."""
    scoring = locked(scoring_id)
    rules.require_worker(who, scoring)
    if member.id == scoring.worker_id:
        raise errors.ScoresThemselves
    if side == Side.YOUNG:
        _require_young(scoring, member)
    if Scorer.objects.filter(scoring=scoring, member=member).exists():
        raise errors.TakesPartAlready
    rules.require_room(scoring, side, pair)
    parent = needs_parent and side == Side.YOUNG
    scorer = Scorer.objects.create(
        scoring=scoring, member=member, side=side, pair=pair, needs_parent=parent
    )
    record(by=who, verb="scoring.scorer_added", about=scoring, concerns=[member],
           scoring=str(scoring.id))  # fmt: skip
    about = {"scoring": scoring, "scorer": scorer, "is_young": side == Side.YOUNG}
    write_to(member, "scoring_asked", about_id=scoring.id, **about)
    return scorer


@transaction.atomic
def move_to_pair(*, who: Who, scorer_id: UUID, pair: int) -> Scorer:
    """Let someone score with others, when a partner stopped."""
    scorer = Scorer.objects.select_for_update().select_related("scoring").get(id=scorer_id)
    scoring = locked(scorer.scoring_id)
    rules.require_worker(who, scoring)
    if scorer.pair != pair:
        rules.require_room(scoring, scorer.side, pair)
        Scorer.objects.filter(id=scorer.id).update(pair=pair)
        note(who, "scoring.pair_changed", scoring)
        scorer.refresh_from_db()
    return scorer


def _require_young(scoring: Scoring, member: Member) -> None:
    """Raise where a professional, or an adult who was there, would score among the young."""
    if member.organisation_id is not None:
        raise errors.YoungPeopleOnly
    met = ScoringSession.objects.filter(scoring=scoring)
    if met.filter(Q(adult=member) | Q(other_adult=member)).exists():
        raise errors.ScoresThemselves


@transaction.atomic
def consent(*, who: Who, scoring_id: UUID, now: datetime.datetime | None = None) -> Scorer:
    """Say yes to taking part; the young person does so themselves."""
    scoring = locked(scoring_id)
    scorer = rules.scorer_of(who, scoring)
    if scorer is None:
        raise errors.NotYours
    rules.require_open(scoring)
    Scorer.objects.filter(id=scorer.id).update(consented_at=now or timezone.now())
    note(who, "scoring.consented", scoring)
    scorer.refresh_from_db()
    return scorer


@transaction.atomic
def leave(*, who: Who, scoring_id: UUID, now: datetime.datetime | None = None) -> None:
    """Stop, without a reason; what the pair scored stays with the pair."""
    scoring = locked(scoring_id)
    scorer = rules.scorer_of(who, scoring)
    if scorer is None:
        raise errors.NotYours
    Scorer.objects.filter(id=scorer.id).update(left_at=now or timezone.now())
    note(who, "scoring.left", scoring)


@transaction.atomic
def note_parent(*, who: Who, scorer_id: UUID, said_on: datetime.date) -> Scorer:
    """Write down that a parent said yes, and when; the paper itself is not kept here."""
    scorer = Scorer.objects.select_for_update().select_related("scoring").get(id=scorer_id)
    rules.require_worker(who, scorer.scoring)
    if said_on > timezone.localdate():
        raise errors.NotYetMet(field="said_on")
    Scorer.objects.filter(id=scorer.id).update(parent_said_on=said_on)
    note(who, "scoring.parent_said_yes", scorer.scoring)
    scorer.refresh_from_db()
    return scorer


@transaction.atomic
def note_session(
    *, who: Who, scoring_id: UUID, kind: str, on: datetime.date, adult: Member, other_adult: Member
) -> ScoringSession:
    """Write down a meeting of the young people, with the two adults who were there."""
    scoring = locked(scoring_id)
    rules.require_worker(who, scoring)
    if on > timezone.localdate():
        raise errors.NotYetMet
    if adult.id == other_adult.id:
        raise errors.SameAdult
    young = Scorer.objects.young().filter(scoring=scoring)
    if young.filter(member__in=[adult, other_adult]).exists():
        raise errors.ScoresThemselves
    if lacking([adult.id, other_adult.id], Part.ORGANISER, then=on):
        raise errors.AdultLacksCheck
    made = ScoringSession.objects.create(
        scoring=scoring, kind=kind, on=on, adult=adult, other_adult=other_adult
    )
    note(who, "scoring.met", scoring, kind=kind)
    return made


@transaction.atomic
def set_weight(
    *, who: Who, scoring_id: UUID, young_weight: int, because_cy: str = "", because_en: str = ""
) -> Scoring:
    """Set what the young people's score weighs, before any points; all but half needs a reason."""
    scoring = locked(scoring_id)
    if not may_hold(who, scoring.initiative):
        raise thread_errors.NotInTheTeam
    rules.require_open(scoring)
    if rules.has_begun(scoring):
        raise errors.WeightsStand
    reasons = {"weight_because_cy": because_cy.strip(), "weight_because_en": because_en.strip()}
    if young_weight != EQUAL and not all(reasons.values()):
        raise errors.WeightNeedsReason
    Scoring.objects.filter(id=scoring.id).update(young_weight=young_weight, **reasons)
    scoring.refresh_from_db()
    enter(scoring.initiative, who=who, verb="scoring.weight_set", about=scoring,
          scoring=str(scoring.id), percent=young_weight)  # fmt: skip
    return scoring
