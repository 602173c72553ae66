"""Answering: a yes commits to an action, a no gives its reason; everyone near it is told."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers import errors, rules
from gyda.answers.actions.letters import tell_near
from gyda.answers.actions.recording import note
from gyda.answers.kinds import kind_of
from gyda.answers.models import Answer, FollowUp, Kept, Question, State, Verdict
from gyda.people.who import Who

NOTHING_PROMISED = {"action_cy": "", "action_en": "", "owner": "", "by_on": None}
NO_REASON = {"reason_cy": "", "reason_en": ""}
KEPT_VERBS = {
    Kept.OPEN: "answer.promise_moved",
    Kept.DONE: "answer.promise_kept",
    Kept.NOT_DONE: "answer.promise_not_kept",
}


@dataclass(frozen=True)
class Reply:
    """What an answer says."""

    verdict: str
    action_cy: str = ""
    action_en: str = ""
    owner: str = ""
    by_on: datetime.date | None = None
    reason_cy: str = ""
    reason_en: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Return what is stored: nothing that does not belong to the verdict."""
        columns = {key: value.strip() if isinstance(value, str) else value
                   for key, value in vars(self).items()}  # fmt: skip
        if self.verdict == Verdict.REJECT:
            return columns | NOTHING_PROMISED | {"kept": Kept.NONE}
        reason = NO_REASON if self.verdict == Verdict.ACCEPT else {}
        return columns | reason | {"kept": Kept.OPEN}


@transaction.atomic
def answer(
    *, who: Who, question_id: UUID, reply: Reply, now: datetime.datetime | None = None
) -> Answer:
    """Publish an answer; a second one takes the place of the first, which can still be read."""
    now = now or timezone.now()
    question = Question.objects.select_for_update().get(id=question_id)
    rules.require_answer(who, question)
    if question.state == State.WITHDRAWN:
        raise errors.NoLongerAsked
    rules.check_commits(reply, timezone.localdate(now))
    Answer.objects.in_force().filter(question=question).update(replaced_at=now)
    given = Answer.objects.create(
        question=question,
        by=who.actor,
        at=now,
        came_in_writing=not rules.answers_for(who, question),
        **reply.columns,
    )
    _mark_answered(question, now)
    verb = f"answer.given_{reply.verdict.lower()}"
    note(who, verb, question, late=question.days_late)
    kind_of(question.kind).answered(question)
    tell_near(question, "answer_given", given, but=who.actor.id)
    return given


def _mark_answered(question: Question, now: datetime.datetime) -> None:
    """Keep the day of the first answer: a later one does not make the first late."""
    if question.state != State.ANSWERED:
        question.state, question.answered_on = State.ANSWERED, timezone.localdate(now)
        Question.objects.filter(id=question.id).update(
            state=question.state, answered_on=question.answered_on
        )


@dataclass(frozen=True)
class News:
    """What became of a promise; OPEN moves its day."""

    kept: str
    words_cy: str
    words_en: str
    by_on: datetime.date | None = None


@transaction.atomic
def follow_up(
    *, who: Who, question_id: UUID, news: News, now: datetime.datetime | None = None
) -> FollowUp:
    """Say that what was promised is done, is not, or takes longer; the day first named stays."""
    now = now or timezone.now()
    question = Question.objects.select_for_update().get(id=question_id)
    rules.require_answer(who, question)
    given = Answer.objects.in_force().filter(question=question).exclude(kept=Kept.NONE).first()
    if given is None or given.by_on is None:
        raise errors.NothingPromised
    by_on = _new_day(news, timezone.localdate(now)) or given.by_on
    step = FollowUp.objects.create(
        answer=given, kept=news.kept, words_cy=news.words_cy.strip(),
        words_en=news.words_en.strip(), was_by_on=given.by_on, by=who.actor, at=now,
    )  # fmt: skip
    told = {"reminded_at": None, "late_told_at": None} if by_on != given.by_on else {}
    Answer.objects.filter(id=given.id).update(kept=news.kept, by_on=by_on, **told)
    given.refresh_from_db()
    note(who, KEPT_VERBS[Kept(news.kept)], question, by_on=by_on.isoformat())
    kind_of(question.kind).answered(question)
    tell_near(question, "answer_promise", given, but=who.actor.id)
    return step


def _new_day(news: News, today: datetime.date) -> datetime.date | None:
    if news.kept != Kept.OPEN:
        return None
    if news.by_on is None:
        raise errors.NeedsDay
    if news.by_on < today:
        raise errors.DayIsPast
    return news.by_on
