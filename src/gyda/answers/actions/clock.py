"""The clock runs: reminders before the day and after it, of answers and of promises."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.answers.actions.letters import tell_who_owes
from gyda.answers.actions.recording import note
from gyda.answers.models import Answer, Question
from gyda.answers.queries import clock
from gyda.people.who import GydaItself

AGAIN = datetime.timedelta(days=14)  # so long until a late answer is asked for once more
CHUNK = 500


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Do all that is due in a hub; twice does no harm."""
    today = timezone.localdate(now)
    soon = today + datetime.timedelta(days=clock().remind_days)
    waiting = Question.objects.waiting().select_related("initiative", "organisation")
    for question in waiting.filter(
        reminded_at__isnull=True, due_on__gte=today, due_on__lte=soon, asked_at__lt=now
    )[:CHUNK]:
        _remind(question, now)
    unsaid = Q(late_told_at__isnull=True) | Q(late_told_at__lte=now - AGAIN)
    for question in waiting.filter(unsaid, due_on__lt=today)[:CHUNK]:
        _say_late(question, now)
    promised = Answer.objects.promised().select_related("question__initiative")
    for one in promised.filter(reminded_at__isnull=True, by_on__gte=today, by_on__lte=soon)[:CHUNK]:
        _remind_promise(one, now)
    for one in promised.filter(unsaid, by_on__lt=today)[:CHUNK]:
        _say_promise_late(one, now)


@transaction.atomic
def _remind(question: Question, now: datetime.datetime) -> None:
    unsaid = Question.objects.waiting().filter(id=question.id, reminded_at__isnull=True)
    if unsaid.update(reminded_at=now):
        tell_who_owes(question, "answer_soon")


@transaction.atomic
def _say_late(question: Question, now: datetime.datetime) -> None:
    """The first time stands in the journal, for everyone to read."""
    rows = Question.objects.waiting().filter(id=question.id)
    if rows.filter(late_told_at=question.late_told_at).update(late_told_at=now):
        if question.late_told_at is None:
            note(GydaItself(question.hub_id), "answer.late", question)
        tell_who_owes(question, "answer_late", and_stewards=True)


@transaction.atomic
def _remind_promise(one: Answer, now: datetime.datetime) -> None:
    unsaid = Answer.objects.promised().filter(id=one.id, reminded_at__isnull=True)
    if unsaid.update(reminded_at=now):
        tell_who_owes(one.question, "answer_promise_soon")


@transaction.atomic
def _say_promise_late(one: Answer, now: datetime.datetime) -> None:
    rows = Answer.objects.promised().filter(id=one.id, late_told_at=one.late_told_at)
    if rows.update(late_told_at=now):
        if one.late_told_at is None:
            note(GydaItself(one.hub_id), "answer.promise_late", one.question)
        tell_who_owes(one.question, "answer_promise_late", and_stewards=True)
