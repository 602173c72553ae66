"""Who writes a proposal, from which side, and who supports it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models.proposal import Proposal
from gyda.initiatives.models import Side
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation


class Standing(models.TextChoices):
    """What became of an invitation to write it together."""

    INVITED = "INVITED", _("Invited")
    AUTHOR = "AUTHOR", _("Author")
    DECLINED = "DECLINED", _("Said no")
    LEFT = "LEFT", _("Left")


class AuthorQuerySet(HubQuerySet["Author"]):
    """Authors by how they stand."""

    def writing(self) -> "AuthorQuerySet":
        return self.filter(standing=Standing.AUTHOR)

    def near(self) -> "AuthorQuerySet":
        """Those who write it, and those asked to."""
        return self.filter(standing__in=(Standing.AUTHOR, Standing.INVITED))


AuthorManager = HubManager.from_queryset(AuthorQuerySet)


class Author(HubModel):
    """One of its authors; `came_from` is the proposal that was joined with this one."""

    proposal = HubForeignKey(Proposal, related_name="authors")
    member = HubForeignKey(Member, related_name="+")
    side = models.CharField(max_length=12, choices=Side, blank=True)  # chosen by who accepts
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    standing = models.CharField(max_length=8, choices=Standing)
    invited_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    came_from = HubForeignKey(Proposal, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    proposal_id: UUID
    member_id: UUID
    organisation_id: UUID | None

    objects: ClassVar["AuthorManager[Self]"] = AuthorManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "proposal", "member"], name="design_author_member_uq"
            ),
            models.CheckConstraint(
                condition=Q(side="PROFESSIONAL", organisation__isnull=False)
                | (~Q(side="PROFESSIONAL") & Q(organisation__isnull=True)),
                name="design_author_side_ck",
            ),
            models.CheckConstraint(
                condition=~Q(standing="AUTHOR") | ~Q(side=""), name="design_author_has_side_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="design_author_of_ix")]


class Support(HubModel):
    """A member's support, once."""

    proposal = HubForeignKey(Proposal, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    came_from = HubForeignKey(Proposal, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    proposal_id: UUID
    member_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "proposal", "member"], name="design_support_member_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="design_support_of_ix")]
