"""Support for an idea: one for each person, however it came."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.ideas.models.idea import Idea
from gyda.need.ideas.models.joining import Joining
from gyda.people.models import Member


class How(models.TextChoices):
    """How support came."""

    SELF = "SELF", _("Themselves")
    ACTING = "ACTING", _("Through someone who acts for them")
    PAPER = "PAPER", _("On a paper list")


class Support(HubModel):
    """A member's, or of someone on a paper list who is none: of them a mark is kept, no name."""

    idea = HubForeignKey(Idea, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    mark = models.CharField(max_length=64, blank=True)  # keyed hash of name and postcode
    came_with = HubForeignKey(Joining, null=True, blank=True, related_name="+")  # not their own
    how = models.CharField(max_length=6, choices=How)
    at = models.DateTimeField()

    member_id: UUID | None

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "idea", "member"],
                condition=Q(member__isnull=False),
                name="need_support_member_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "idea", "mark"], condition=~Q(mark=""), name="need_support_mark_uq"
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False, mark="")
                | (Q(member__isnull=True, how="PAPER") & ~Q(mark="")),
                name="need_support_who_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="need_support_of_ix"),
            models.Index(
                fields=["hub", "came_with", "id"],
                condition=Q(came_with__isnull=False),
                name="need_support_came_ix",
            ),
        ]
