"""An answer commits to an action with an owner and a day, or to a reason; and what followed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.answers.models.question import Question
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Verdict(models.TextChoices):
    """What is said to what was asked."""

    ACCEPT = "ACCEPT", _("Yes")
    PART = "PART", _("In part")
    REJECT = "REJECT", _("No")


class Kept(models.TextChoices):
    """What became of a promise."""

    NONE = "NONE", _("Nothing was promised")
    OPEN = "OPEN", _("Promised, not done yet")
    DONE = "DONE", _("Done")
    NOT_DONE = "NOT_DONE", _("Not done")


PROMISES = Q(by_on__isnull=False) & ~Q(owner="") & ~Q(action_cy="") & ~Q(action_en="")
REASONS = ~Q(reason_cy="") & ~Q(reason_en="")
NO_PROMISE = Q(by_on__isnull=True, owner="", action_cy="", action_en="", kept="NONE")


class AnswerQuerySet(HubQuerySet["Answer"]):
    """Answers by whether they hold, and promises by whether they are kept."""

    def in_force(self) -> "AnswerQuerySet":
        return self.filter(replaced_at__isnull=True)

    def promised(self) -> "AnswerQuerySet":
        return self.in_force().filter(kept=Kept.OPEN)

    def overdue(self, today: datetime.date) -> "AnswerQuerySet":
        return self.promised().filter(by_on__lt=today)


AnswerManager = HubManager.from_queryset(AnswerQuerySet)


class Answer(HubModel):
    """Yes: an action, its owner, its day. No: a reason. In part: both. A later one replaces it."""

    question = HubForeignKey(Question, related_name="answers")
    verdict = models.CharField(max_length=6, choices=Verdict)
    action = Bilingual(models.TextField, max_length=1000, blank=True)
    owner = models.CharField(max_length=120, blank=True)  # a post, or a name its bearer gave
    by_on = models.DateField(null=True, blank=True)
    reason = Bilingual(models.TextField, max_length=2000, blank=True)
    by = HubForeignKey(Member, related_name="+")
    came_in_writing = models.BooleanField(default=False)  # a letter that a connector typed in
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    kept = models.CharField(max_length=8, choices=Kept, default=Kept.NONE)
    reminded_at = models.DateTimeField(null=True, blank=True)
    late_told_at = models.DateTimeField(null=True, blank=True)

    follow_ups: Any  # the related manager

    objects: ClassVar["AnswerManager[Self]"] = AnswerManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "question"],
                condition=Q(replaced_at__isnull=True),
                name="answers_answer_one_uq",
            ),
            models.CheckConstraint(
                condition=(Q(verdict="ACCEPT") & PROMISES & ~Q(kept="NONE"))
                | (Q(verdict="PART") & PROMISES & REASONS & ~Q(kept="NONE"))
                | (Q(verdict="REJECT") & REASONS & NO_PROMISE),
                name="answers_answer_commits_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "kept", "by_on", "id"],
                condition=Q(replaced_at__isnull=True),
                name="answers_answer_promise_ix",
            )
        ]

    @property
    def is_overdue(self) -> bool:
        return bool(self.kept == Kept.OPEN and self.by_on and self.by_on < timezone.localdate())

    @property
    def promises(self) -> bool:
        return self.kept != Kept.NONE


class FollowUp(HubModel):
    """What became of a promise, as it was said on a day; days named before stay to be read."""

    answer = HubForeignKey(Answer, related_name="follow_ups")
    kept = models.CharField(max_length=8, choices=Kept)
    words = Bilingual(models.TextField, max_length=1000)
    was_by_on = models.DateField()
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(words_cy="") & ~Q(words_en="") & ~Q(kept="NONE"),
                name="answers_followup_words_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "answer", "id"], name="answers_followup_ix")]
