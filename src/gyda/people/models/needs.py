"""Access needs: asked once, kept apart, shown to those with a reason; each look is logged."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models.member import Member
from gyda.people.models.person import Language


class NeedKind(models.TextChoices):
    """What part of meeting or reading asks for care."""

    HEARING = "HEARING", _("Hearing")
    SIGHT = "SIGHT", _("Sight")
    MOVING = "MOVING", _("Getting about, steps and doors")
    READING = "READING", _("Reading and writing")
    TALKING = "TALKING", _("Talking and being understood")
    COMPANY = "COMPANY", _("Having someone with me")
    OTHER = "OTHER", _("Something else")


class AccessNeed(HubModel):
    """One need in the member's own words; `told` when the person who meets them may know."""

    member = HubForeignKey(Member, related_name="needs")
    kind = models.CharField(max_length=8, choices=NeedKind)
    words = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=Language)
    told = models.BooleanField(default=False)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "kind"], name="people_accessneed_kind_uq"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="people_accessneed_words_ck"),
        ]

    def __str__(self) -> str:
        return self.words


class LookReason(models.TextChoices):
    """Why someone looked."""

    APPLICATION = "APPLICATION", _("to answer the application")
    CONNECTING = "CONNECTING", _("to help as a connector")
    EXCHANGE = "EXCHANGE", _("before meeting for an exchange")
    ACTING = "ACTING", _("while acting for the member")


class Look(HubModel):
    """Someone other than the member read their access needs."""

    member = HubForeignKey(Member, related_name="+")
    looked_by = HubForeignKey(Member, related_name="+")
    reason = models.CharField(max_length=11, choices=LookReason)
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        indexes = [models.Index(fields=["hub", "member", "id"], name="people_look_member_ix")]

    def __str__(self) -> str:
        return f"{self.id}"
