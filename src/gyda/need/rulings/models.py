"""What was taken down, with the reason, and what became of the appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.rulings import subjects
from gyda.people.models import Member
from gyda.people.models.person import Language

ABOUT = ("idea", "point", "letter", "signature")


def _only(column: str) -> Q:
    return Q(**{f"{one}__isnull": one != column for one in ABOUT})


class Ground(models.TextChoices):
    """Why something is taken down: what is said, never who says it."""

    PERSON = "PERSON", _("It is about a person who can be recognised")
    HURTS = "HURTS", _("It insults or threatens")
    ELSEWHERE = "ELSEWHERE", _("It is not about anything here")
    SELLS = "SELLS", _("It sells something")
    FALSE = "FALSE", _("It says as a fact what is known to be wrong")


class Ruling(HubModel):
    """One thing is taken down; a steward other than who did it hears the appeal."""

    idea = HubForeignKey("need.Idea", null=True, blank=True, related_name="+")
    point = HubForeignKey("need.Point", null=True, blank=True, related_name="+")
    letter = HubForeignKey("need.OpenLetter", null=True, blank=True, related_name="+")
    signature = HubForeignKey("need.Signature", null=True, blank=True, related_name="+")
    was = models.CharField(max_length=9, blank=True, default="", db_default="")  # its state before
    ground = models.CharField(max_length=9, choices=Ground)
    words = models.TextField(max_length=500)
    language = models.CharField(max_length=2, choices=Language)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    appeal = models.TextField(max_length=1000, blank=True)
    appeal_language = models.CharField(max_length=2, choices=Language, blank=True)
    appealed_at = models.DateTimeField(null=True, blank=True)
    stands = models.BooleanField(null=True, blank=True)  # what the steward decided
    decision = models.TextField(max_length=500, blank=True)
    decision_language = models.CharField(max_length=2, choices=Language, blank=True)
    decided_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    by_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=reduce(or_, map(_only, ABOUT)), name="need_ruling_about_one_ck"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="need_ruling_words_ck"),
            models.CheckConstraint(
                condition=Q(stands__isnull=True, decided_at__isnull=True)
                | (
                    Q(stands__isnull=False, decided_at__isnull=False, appealed_at__isnull=False)
                    & ~Q(decision="")
                ),
                name="need_ruling_decided_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "idea", "id"], name="need_ruling_idea_ix"),
            models.Index(fields=["hub", "point", "id"], name="need_ruling_point_ix"),
            models.Index(
                fields=["hub", "letter", "id"],
                condition=Q(letter__isnull=False),
                name="need_ruling_letter_ix",
            ),
            models.Index(
                fields=["hub", "signature", "id"],
                condition=Q(signature__isnull=False),
                name="need_ruling_signature_ix",
            ),
        ]

    @property
    def subject(self) -> subjects.Subject:
        """Return what there is to know of such things."""
        column = next(one for one in ABOUT if getattr(self, f"{one}_id"))
        return subjects.of(column)

    @property
    def about(self) -> Any:
        """Return what was taken down."""
        return getattr(self, self.subject.column)
