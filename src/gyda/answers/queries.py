"""Every read of this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.answers.kinds import Kind, kind_of
from gyda.answers.models import Answer, Contact, FollowUp, Policy, Question, State
from gyda.answers.models.question import QuestionQuerySet
from gyda.initiatives.models import Initiative
from gyda.people.models import Member, Organisation
from gyda.people.models.member import Role

MANY = 200
SHOWN = ("waiting", "late", "answered", "promised", "overdue")


@dataclass(frozen=True)
class Clock:
    """How many days an answer may take, and how long before its day a reminder goes out."""

    days: int
    remind_days: int


def clock() -> Clock:
    """Return the hub's clock."""
    row = Policy.objects.first() or Policy()
    return Clock(row.days, row.remind_days)


def _told(rows: QuestionQuerySet) -> QuestionQuerySet:
    """Have the answers that hold along with their questions."""
    holding = Answer.objects.in_force()
    return rows.select_related("organisation").prefetch_related(
        Prefetch("answers", queryset=holding, to_attr="holding")
    )


def register(show: str = "", today: datetime.date | None = None) -> tuple[QuestionQuerySet, str]:
    """Return what was asked, and by which field it is paged; `show` is one of SHOWN."""
    today = today or timezone.localdate()
    rows = _told(Question.objects.standing())
    if show == "waiting":
        return rows.waiting(), "due_on"
    if show == "late":
        return rows.late(today), "due_on"
    if show == "answered":
        return rows.filter(state=State.ANSWERED), "-id"
    if show in ("promised", "overdue"):
        promised = Answer.objects.overdue(today) if show == "overdue" else Answer.objects.promised()
        return rows.filter(id__in=promised.values("question_id")), "-id"
    return rows, "-id"


def question_or_404(question_id: UUID) -> Question:
    """Return something that was asked, taken back or not."""
    rows = Question.objects.select_related("organisation", "initiative")
    return get_object_or_404(rows, id=question_id)


def answers_to(question: Question) -> list[Answer]:
    """Return all answers, the one that holds first, with what became of them."""
    steps = Prefetch("follow_ups", queryset=FollowUp.objects.order_by("id"))
    rows = Answer.objects.filter(question=question).prefetch_related(steps)
    return list(rows.order_by("-id")[:MANY])


def holding(question: Question) -> Answer | None:
    """Return the answer that holds."""
    return Answer.objects.in_force().filter(question=question).first()


def asked_about(kind: str, about_ids: Iterable[UUID]) -> dict[UUID, list[Question]]:
    """Return what was asked about things of another room, with the answers that hold."""
    rows = _told(Question.objects.standing().filter(kind=kind, about_id__in=list(about_ids)))
    found: dict[UUID, list[Question]] = {}
    for row in rows.order_by("id"):
        found.setdefault(row.about_id, []).append(row)
    return found


def of_initiative(initiative: Initiative) -> list[Question]:
    """Return what was asked on the thread of an initiative, newest first."""
    rows = _told(Question.objects.standing().filter(initiative=initiative))
    return list(rows.order_by("-id")[:MANY])


def stewards() -> "QuerySet[Member]":
    rows = Member.objects.active().filter(role=Role.STEWARD)
    return rows.select_related("person").order_by("id")


def contact_of(organisation_id: UUID | None) -> Contact | None:
    """Return who answers for an organisation, if anyone is named."""
    if organisation_id is None:
        return None
    rows = Contact.objects.in_force().filter(organisation=organisation_id)
    return rows.select_related("member__person").first()


def who_owes(question: Question) -> list[Member]:
    """Return who is written to: the contact, or the stewards where there is none."""
    contact = contact_of(question.organisation_id)
    if contact and contact.member.is_active:
        return [contact.member]
    return list(stewards())


def contacts() -> list[Contact]:
    """Return who answers for which organisation."""
    rows = Contact.objects.in_force().select_related("organisation", "member")
    return list(rows.order_by("organisation__name_cy", "id")[:MANY])


def organisations() -> "QuerySet[Organisation]":
    return Organisation.objects.order_by("name_cy", "id")


def kind_label(question: Question) -> Kind:
    return kind_of(question.kind)
