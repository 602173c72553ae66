"""What an organisation was granted to give, and whom it gave hours by itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language


class PoolGrant(HubModel):
    """A budget: so many hours to give and, where the hub has it so, the money behind them.

    Both lie in the organisation's pools on the ledger, which nothing can take below nothing.
    """

    organisation = HubForeignKey(Organisation, related_name="+")
    minutes = models.PositiveIntegerField()
    pence = models.PositiveIntegerField(default=0)
    until_on = models.DateField(null=True, blank=True)  # for reading; a steward closes it
    granted_by = HubForeignKey(Member, related_name="+")
    granted_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_poolgrant_request_uq"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "organisation", "id"], name="deliver_poolgrant_org_ix")
        ]


class StepKind(models.TextChoices):
    """What was done to a grant."""

    GRANTED = "GRANTED", _("granted")
    CHANGED = "CHANGED", _("changed")
    CLOSED = "CLOSED", _("closed")


class GrantStep(HubModel):
    """One change of a grant, with its reason; what it moved stands on the ledger."""

    grant = HubForeignKey(PoolGrant, related_name="steps")
    kind = models.CharField(max_length=7, choices=StepKind)
    minutes = models.IntegerField(default=0)  # added, or taken back when below nothing
    pence = models.IntegerField(default=0)
    because = models.CharField(max_length=500)
    because_language = models.CharField(max_length=2, choices=Language)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(condition=~Q(because=""), name="deliver_grantstep_because_ck"),
        ]
        indexes = [models.Index(fields=["hub", "grant", "id"], name="deliver_grantstep_grant_ix")]


class PoolGift(HubModel):
    """Hours that an organisation gave one person for time given to it."""

    organisation = HubForeignKey(Organisation, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    minutes = models.PositiveIntegerField()
    words = models.CharField(max_length=500)
    language = models.CharField(max_length=2, choices=Language)
    given_by = HubForeignKey(Member, related_name="+")
    given_at = models.DateTimeField()
    transfer_id = models.UUIDField()
    reversal_id = models.UUIDField(null=True, blank=True)
    because = models.CharField(max_length=500, blank=True)
    because_language = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "transfer_id"], name="deliver_poolgift_transfer_uq"
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="deliver_poolgift_minutes_ck"),
        ]
        indexes = [
            models.Index(fields=["hub", "organisation", "id"], name="deliver_poolgift_org_ix"),
            models.Index(fields=["hub", "member", "id"], name="deliver_poolgift_member_ix"),
        ]
