"""Publishing what came out, and telling each young person what became of their work."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision, Kind, Method
from gyda.decide.decisions.rules import right_of
from gyda.decide.scoring import errors, rules
from gyda.decide.scoring.actions.setting_up import locked, note
from gyda.decide.scoring.code import SCORING
from gyda.decide.scoring.models import Scorer, Scoring, Standard, State, YoungFeedback
from gyda.decide.scoring.queries import feedback_owed, result_of, standards_of
from gyda.initiatives.models import Say
from gyda.journal.actions import record
from gyda.people.letterbox import write_to
from gyda.people.who import GydaItself, Who


@dataclass(frozen=True)
class Words:
    """What is said of the decision, in both languages."""

    what_cy: str
    what_en: str
    reasons_cy: str
    reasons_en: str
    minority_cy: str = ""
    minority_en: str = ""


@transaction.atomic
def decide(
    *, who: Who, scoring_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Decision:
    """Publish the joint result as a decision; from then on nothing changes any more."""
    now = now or timezone.now()
    scoring = locked(scoring_id)
    rules.require_worker(who, scoring)
    result = result_of(scoring)
    if result is None:
        raise errors.NotAllScored
    if len(result.chosen.first) > 1:
        raise errors.NoSingleFirst
    if len(standards_of(scoring)) < len(Standard):
        raise errors.StandardsFirst
    Scoring.objects.filter(id=scoring.id).update(state=State.PUBLISHED)
    right = right_of(scoring.initiative)
    draft = Draft(
        kind=Kind.SCORING, method=Method.JOINT_SCORE, title_cy=scoring.title_cy,
        title_en=scoring.title_en, effective_on=timezone.localdate(now), pence=scoring.pence,
        about_kind=SCORING, about_id=scoring.id, organisation=scoring.organisation, **vars(words),
        right=Say.JOINT if right and right.say == Say.CITIZEN else "",  # officers score too
    )  # fmt: skip
    return publish(who=who, initiative=scoring.initiative, draft=draft, now=now)


@transaction.atomic
def tell_young(
    *, who: Who, scorer_id: UUID, words: str, language: str, now: datetime.datetime | None = None
) -> YoungFeedback:
    """Tell one young person what became of their work; they get it as a letter too."""
    scorer = Scorer.objects.select_related("scoring", "member__person").get(id=scorer_id)
    if not rules.is_worker(who, scorer.scoring):
        raise errors.NotTheWorker
    made, _new = YoungFeedback.objects.update_or_create(
        hub_id=who.hub_id, scorer=scorer,
        defaults={"words": words.strip(), "language": language, "by": who.actor,
                  "at": now or timezone.now()},
    )  # fmt: skip
    note(who, "scoring.feedback_given", scorer.scoring)
    if scorer.member.is_active:
        about = {"feedback": made, "scoring": scorer.scoring}
        write_to(scorer.member, "scoring_feedback", about_id=made.id, **about)
    return made


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Write to the worker once the day has passed and young people still wait."""
    today = timezone.localdate(now)
    late = Scoring.objects.filter(feedback_by_on__lt=today, late_told_at__isnull=True)
    for scoring in late.select_related("worker__person")[:100]:
        _say_late(scoring, hub_id, now)


@transaction.atomic
def _say_late(scoring: Scoring, hub_id: UUID, now: datetime.datetime) -> None:
    if not feedback_owed(scoring).waiting:
        return
    rows = Scoring.objects.filter(id=scoring.id, late_told_at__isnull=True)
    if rows.update(late_told_at=now):
        record(by=GydaItself(hub_id), verb="scoring.feedback_late", about=scoring, public=True,
               scoring=str(scoring.id))  # fmt: skip
        if scoring.worker.is_active:
            write_to(scoring.worker, "scoring_feedback_late", about_id=scoring.id, scoring=scoring)
