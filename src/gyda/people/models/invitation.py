"""An invitation: a link or a printed code with which one newcomer joins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models.member import Member, Role
from gyda.people.models.organisation import Organisation


class InvitationQuerySet(HubQuerySet["Invitation"]):
    """Invitations by how they stand."""

    def standing(self, now: datetime.datetime | None = None) -> "InvitationQuerySet":
        unused = self.filter(used_at__isnull=True, revoked_at__isnull=True)
        return unused.filter(expires_at__gt=now or timezone.now())


InvitationManager = HubManager.from_queryset(InvitationQuerySet)


class Invitation(HubModel):
    """Works once, until a day, unless it is taken back. The code is kept as a digest only."""

    digest = models.CharField(max_length=64)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    invited_by = HubForeignKey(Member, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_by = HubForeignKey(Member, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects: ClassVar["InvitationManager[Self]"] = InvitationManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "digest"], name="people_invitation_digest_uq"),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True, used_by__isnull=True)
                | Q(used_at__isnull=False, used_by__isnull=False, revoked_at__isnull=True),
                name="people_invitation_used_ck",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.id}"
