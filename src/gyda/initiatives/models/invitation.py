"""An invitation, which says what is in it for those who take it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models.initiative import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Rhythm(models.TextChoices):
    """How often the time is asked for."""

    ONCE = "ONCE", _("once")
    WEEKLY = "WEEKLY", _("each week")
    MONTHLY = "MONTHLY", _("each month")


class Thanks(models.TextChoices):
    """What is given for the time, said before anyone says yes."""

    NEITHER = "NEITHER", _("neither pay nor credits")
    CREDITS = "CREDITS", _("time credits, an hour for an hour")
    PAY = "PAY", _("pay")


class Answer(models.TextChoices):
    """What the one who was asked said."""

    YES = "YES", _("Yes")
    NO = "NO", _("No")


class InvitationQuerySet(HubQuerySet["Invitation"]):
    """Invitations by whether they still stand."""

    def standing(self) -> "InvitationQuerySet":
        return self.filter(withdrawn_at__isnull=True, answered_at__isnull=True)

    def open_to_all(self) -> "InvitationQuerySet":
        return self.standing().filter(member__isnull=True)


InvitationManager = HubManager.from_queryset(InvitationQuerySet)


class Invitation(HubModel):
    """To one member, or (with no member) to everyone in the hub."""

    initiative = HubForeignKey(Initiative, related_name="invitations")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    minutes = models.PositiveIntegerField()  # of the time asked
    rhythm = models.CharField(max_length=7, choices=Rhythm)
    thanks = models.CharField(max_length=7, choices=Thanks)
    pence = models.PositiveIntegerField(null=True, blank=True)  # of the pay for that time
    can_change = Bilingual(models.TextField, max_length=500)
    hear_by_on = models.DateField()
    by = HubForeignKey(Member, related_name="+")
    invited_at = models.DateTimeField()
    answer = models.CharField(max_length=3, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["InvitationManager[Self]"] = InvitationManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="initiatives_invitation_request_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "initiative", "member"],
                condition=Q(answered_at__isnull=True, withdrawn_at__isnull=True),
                name="initiatives_invitation_one_stands_uq",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0), name="initiatives_invitation_minutes_ck"
            ),
            models.CheckConstraint(
                condition=Q(thanks=Thanks.PAY, pence__gt=0)
                | (~Q(thanks=Thanks.PAY) & Q(pence__isnull=True)),
                name="initiatives_invitation_pay_ck",
            ),
            models.CheckConstraint(
                condition=~Q(can_change_cy="") & ~Q(can_change_en=""),
                name="initiatives_invitation_can_change_ck",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | (Q(answered_at__isnull=False, member__isnull=False) & ~Q(answer="")),
                name="initiatives_invitation_answer_ck",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="initiatives_invitation_one_end_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "id"], name="initiatives_invitation_ix"),
            models.Index(fields=["hub", "member", "id"], name="initiatives_invited_ix"),
        ]

    @property
    def stands(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None
