"""Who is in the team, for whom they speak, and who follows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models.initiative import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation


class Side(models.TextChoices):
    """In which capacity someone speaks."""

    CITIZEN = "CITIZEN", _("as a citizen")
    PROFESSIONAL = "PROFESSIONAL", _("for an organisation")


class SeatQuerySet(HubQuerySet["Seat"]):
    """Seats by whether somebody sits in them."""

    def taken(self) -> "SeatQuerySet":
        return self.filter(left_at__isnull=True)


SeatManager = HubManager.from_queryset(SeatQuerySet)


class Seat(HubModel):
    """A member's place in the team, from joining to leaving."""

    initiative = HubForeignKey(Initiative, related_name="seats")
    member = HubForeignKey(Member, related_name="+")
    side = models.CharField(max_length=12, choices=Side)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    invitation = HubForeignKey("initiatives.Invitation", null=True, related_name="seats")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["SeatManager[Self]"] = SeatManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "initiative", "member"],
                condition=Q(left_at__isnull=True),
                name="initiatives_seat_member_uq",
            ),
            models.CheckConstraint(
                condition=Q(side=Side.CITIZEN, organisation__isnull=True)
                | Q(side=Side.PROFESSIONAL, organisation__isnull=False),
                name="initiatives_seat_side_ck",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")),
                name="initiatives_seat_times_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "id"], name="initiatives_seat_ix"),
            models.Index(fields=["hub", "member", "id"], name="initiatives_seat_member_ix"),
        ]


class Follow(HubModel):
    """A member who wants to hear what happens."""

    initiative = HubForeignKey(Initiative, related_name="followers")
    member = HubForeignKey(Member, related_name="+")
    since_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "initiative", "member"], name="initiatives_follow_member_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="initiatives_follow_ix")]
