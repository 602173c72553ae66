"""What was taken down, with the reason, and what became of the appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.ideas.models.idea import Idea
from gyda.need.ideas.models.point import Point
from gyda.people.models import Member
from gyda.people.models.person import Language


class Ground(models.TextChoices):
    """Why something is taken down: what is said, never who says it."""

    PERSON = "PERSON", _("It is about a person who can be recognised")
    HURTS = "HURTS", _("It insults or threatens")
    ELSEWHERE = "ELSEWHERE", _("It is not about anything here")
    SELLS = "SELLS", _("It sells something")
    FALSE = "FALSE", _("It says as a fact what is known to be wrong")


class Ruling(HubModel):
    """An idea or a point is taken down; a steward other than who did it hears the appeal."""

    idea = HubForeignKey(Idea, null=True, blank=True, related_name="+")
    point = HubForeignKey(Point, null=True, blank=True, related_name="+")
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
                condition=Q(idea__isnull=False, point__isnull=True)
                | Q(idea__isnull=True, point__isnull=False),
                name="need_ruling_about_one_ck",
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
        ]
