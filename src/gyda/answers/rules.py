"""Who may ask and answer, and what an answer must hold."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Protocol

from gyda.answers import errors
from gyda.answers.models import Contact, Question, Verdict
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import may_hold
from gyda.people.who import Who


class Said(Protocol):
    """What an answer says."""

    @property
    def verdict(self) -> str: ...
    @property
    def action_cy(self) -> str: ...
    @property
    def action_en(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def by_on(self) -> datetime.date | None: ...
    @property
    def reason_cy(self) -> str: ...
    @property
    def reason_en(self) -> str: ...


def answers_for(who: Who, question: Question) -> bool:
    """Tell whether this person is the contact; for the hub itself its stewards are."""
    if who.is_acting:
        return False
    if question.organisation_id is None:
        return who.actor.is_steward
    contacts = Contact.objects.in_force().filter(organisation=question.organisation_id)
    return contacts.filter(member=who.actor).exists()


def may_answer(who: Who | None, question: Question) -> bool:
    """The contact answers; a connector types in what came by letter."""
    if not who or who.is_acting:
        return False
    if question.organisation_id is not None and who.actor.is_connector:
        return True
    return answers_for(who, question)


def require_answer(who: Who, question: Question) -> None:
    if not may_answer(who, question):
        raise errors.NotYoursToAnswer


def may_ask(who: Who | None, initiative: Initiative) -> bool:
    return bool(who) and may_hold(who, initiative)


def check_commits(said: Said, today: datetime.date) -> None:
    """Raise unless a yes has an action, an owner and a day to come, and a no has a reason."""
    if said.verdict != Verdict.REJECT:
        _check_promise(said, today)
    if said.verdict != Verdict.ACCEPT:
        _check_reason(said)


def _check_promise(said: Said, today: datetime.date) -> None:
    if not (said.action_cy.strip() and said.action_en.strip()):
        raise errors.NeedsAction(field="action_en" if said.action_cy.strip() else "action_cy")
    if not said.owner.strip():
        raise errors.NeedsOwner
    if said.by_on is None:
        raise errors.NeedsDay
    if said.by_on < today:
        raise errors.DayIsPast


def _check_reason(said: Said) -> None:
    if not (said.reason_cy.strip() and said.reason_en.strip()):
        raise errors.NeedsReason(field="reason_en" if said.reason_cy.strip() else "reason_cy")
