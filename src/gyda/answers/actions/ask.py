"""Asking a body for an answer by the hub's clock; taking the question back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers import errors, queries, rules
from gyda.answers.actions.letters import tell_who_owes
from gyda.answers.actions.recording import note
from gyda.answers.models import Question, State
from gyda.initiatives.models import Initiative
from gyda.journal.actions import By
from gyda.keys.once import once
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Organisation
from gyda.people.who import Who

OWN = "answers.question"  # asked by the team of an initiative, in words of its own


@dataclass(frozen=True)
class Matter:
    """What an answer is asked to: its kind and id, its title; one title is empty in own words."""

    kind: str
    about_id: UUID
    title_cy: str = ""
    title_en: str = ""
    initiative: Initiative | None = None

    @property
    def columns(self) -> dict[str, Any]:
        return dict(vars(self))


@once
@transaction.atomic
def ask(
    *,
    by: By,
    matter: Matter,
    organisation: Organisation | None = None,
    now: datetime.datetime | None = None,
) -> Question:
    """Start the clock for a body; without an organisation, for the hub's stewards.

    The same asked twice of the same body is one question.
    """
    standing = Question.objects.standing().filter(kind=matter.kind, about_id=matter.about_id)
    if stored := standing.filter(organisation=organisation).first():
        return stored
    now = now or timezone.now()
    due_on = timezone.localdate(now) + datetime.timedelta(days=queries.clock().days)
    question = Question.objects.create(
        organisation=organisation,
        asked_by_id=by.principal_id or by.actor_id,
        asked_at=now,
        due_on=due_on,
        **matter.columns,
    )
    owing = queries.who_owes(question)
    note(by, "answer.asked", question, concerns=owing, due_on=due_on.isoformat())
    tell_who_owes(question, "answer_owed")
    return question


def ask_in_own_words(
    *,
    who: Who,
    initiative: Initiative,
    title_cy: str,
    title_en: str,
    organisation: Organisation | None,
    key: UUID | None = None,
) -> Question:
    """Ask something on the thread of an initiative; the same form sent twice asks once."""
    if not rules.may_ask(who, initiative):
        raise errors.NotYoursToAsk
    matter = Matter(OWN, key or uuid7(), title_cy.strip(), title_en.strip(), initiative)
    return ask(by=who, matter=matter, organisation=organisation)


@transaction.atomic
def take_back(*, by: By, kind: str, about_id: UUID) -> int:
    """Stop the clock of what waits: the thing itself is gone. What was answered stays."""
    rows = Question.objects.select_for_update().waiting().filter(kind=kind, about_id=about_id)
    found = list(rows)
    for question in found:
        Question.objects.filter(id=question.id).update(state=State.WITHDRAWN)
        note(by, "answer.taken_back", question)
    return len(found)


@transaction.atomic
def take_back_own(*, who: Who, question_id: UUID) -> None:
    """Take back what the team asked in its own words."""
    question = Question.objects.get(id=question_id)
    if question.kind != OWN or not question.initiative:
        raise errors.NoLongerAsked
    if not rules.may_ask(who, question.initiative):
        raise errors.NotYoursToAsk
    if not take_back(by=who, kind=OWN, about_id=question.about_id):
        raise errors.NoLongerAsked
