"""What was asked of a body, and by which day it is owed an answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual


class State(models.TextChoices):
    """Where a question stands; that it is late follows from the day alone."""

    WAITING = "WAITING", _("Waiting for an answer")
    ANSWERED = "ANSWERED", _("Answered")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class QuestionQuerySet(HubQuerySet["Question"]):
    """Questions by where they stand."""

    def waiting(self) -> "QuestionQuerySet":
        return self.filter(state=State.WAITING)

    def late(self, today: datetime.date) -> "QuestionQuerySet":
        return self.waiting().filter(due_on__lt=today)

    def standing(self) -> "QuestionQuerySet":
        return self.exclude(state=State.WITHDRAWN).filter(hidden=False)


QuestionManager = HubManager.from_queryset(QuestionQuerySet)


class Question(HubModel):
    """Something of another room, by its kind and id; without an organisation the stewards owe it.

    What a person wrote has its title in their language only: the other column is empty.
    """

    kind = models.CharField(max_length=40)  # what was asked: gyda.answers.kinds
    about_id = models.UUIDField()
    title = Bilingual(models.CharField, max_length=200, blank=True)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    organisation_id: UUID | None
    initiative_id: UUID | None
    title_cy: str
    title_en: str
    asked_by = HubForeignKey(Member, null=True, blank=True, related_name="+")  # null: the clock
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    answered_on = models.DateField(null=True, blank=True)  # the first answer
    reminded_at = models.DateTimeField(null=True, blank=True)
    late_told_at = models.DateTimeField(null=True, blank=True)
    hidden = models.BooleanField(default=False, db_default=False)  # what it is about is taken down

    answers: Any  # the related manager

    objects: ClassVar["QuestionManager[Self]"] = QuestionManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "kind", "about_id", "organisation"],
                condition=Q(organisation__isnull=False) & ~Q(state="WITHDRAWN"),
                name="answers_question_once_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "kind", "about_id"],
                condition=Q(organisation__isnull=True) & ~Q(state="WITHDRAWN"),
                name="answers_question_stewards_once_uq",
            ),
            models.CheckConstraint(
                condition=~Q(title_cy="") | ~Q(title_en=""), name="answers_question_title_ck"
            ),
            models.CheckConstraint(
                condition=Q(state="ANSWERED", answered_on__isnull=False)
                | (~Q(state="ANSWERED") & Q(answered_on__isnull=True)),
                name="answers_question_answered_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "due_on", "id"], name="answers_question_due_ix"),
            models.Index(fields=["hub", "kind", "about_id"], name="answers_question_about_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="answers_question_thread_ix"),
            models.Index(
                fields=["hub", "id"],
                condition=Q(state="ANSWERED", answered_on__gt=F("due_on")),
                name="answers_question_was_late_ix",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING

    @property
    def days_late(self) -> int:
        """How many days after its day it was answered, or is still not; 0 when in time."""
        if self.state == State.WITHDRAWN:
            return 0
        until = self.answered_on or timezone.localdate()
        return max(0, (until - self.due_on).days)
