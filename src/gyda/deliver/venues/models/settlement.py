"""A settlement: what a funder owes a venue for hours spent there, paid and written down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from gyda.deliver.venues.models.venue import Agreement, Venue
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language


class SettlementState(models.TextChoices):
    """Where it stands."""

    PROPOSED = "PROPOSED", pgettext_lazy("settlement", "Waits for a second person")
    SETTLED = "SETTLED", pgettext_lazy("settlement", "Settled")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("settlement", "Withdrawn")
    REVERSED = "REVERSED", pgettext_lazy("settlement", "Taken back")


class Side(models.TextChoices):
    """For whom someone says that it was paid; a hub's connectors stand with the payer."""

    VENUE = "VENUE", pgettext_lazy("settlement", "for the venue")
    PAYER = "PAYER", pgettext_lazy("settlement", "for the payer")


PAID = (SettlementState.SETTLED, SettlementState.REVERSED)


class Settlement(HubModel):
    """The bookings in it name it; its amount is theirs, and stays when it is taken back."""

    agreement = HubForeignKey(Agreement, related_name="+")
    venue = HubForeignKey(Venue, related_name="+")
    until = models.DateTimeField()  # what was spent before is in it
    minutes = models.PositiveIntegerField()
    pence = models.PositiveIntegerField()
    state = models.CharField(
        max_length=9, choices=SettlementState, default=SettlementState.PROPOSED
    )
    reference = models.CharField(max_length=80, blank=True)  # of the payment, for the treasurers
    needs_two = models.BooleanField()
    proposed_by = HubForeignKey(Member, related_name="+")
    proposed_at = models.DateTimeField()
    proposed_side = models.CharField(max_length=5, choices=Side, blank=True)
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_side = models.CharField(max_length=5, choices=Side, blank=True)
    transfer_id = models.UUIDField(null=True, blank=True)
    reversal_id = models.UUIDField(null=True, blank=True)
    because = models.CharField(max_length=500, blank=True)
    because_language = models.CharField(max_length=2, choices=Language, blank=True)
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_settlement_request_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "agreement"],
                condition=Q(state=SettlementState.PROPOSED),
                name="deliver_settlement_one_waits_uq",
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="deliver_settlement_pence_ck"),
            models.CheckConstraint(
                condition=~Q(state__in=PAID)
                | Q(transfer_id__isnull=False, settled_by__isnull=False),
                name="deliver_settlement_paid_ck",
            ),
            models.CheckConstraint(
                condition=Q(needs_two=False)
                | Q(settled_by__isnull=True)
                | ~Q(settled_by=F("proposed_by")),
                name="deliver_settlement_two_ck",
            ),
            models.CheckConstraint(
                condition=Q(needs_two=False)
                | Q(settled_side="")
                | ~Q(settled_side=F("proposed_side")),
                name="deliver_settlement_both_sides_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=SettlementState.REVERSED) | Q(reversal_id__isnull=False),
                name="deliver_settlement_reversed_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "venue", "id"], name="deliver_settlement_venue_ix")]
