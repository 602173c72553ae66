"""All that moved on the ledger, month by month: its sums are the ledger's, to the minute."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubModel
from gyda.ledger.models import Unit


class Flow(HubModel):
    """What moved in one month for one reason between two kinds of account."""

    month = models.DateField()  # its first day
    unit = models.CharField(max_length=7, choices=Unit)
    kind = models.CharField(max_length=16)  # of transfer
    debit_kind = models.CharField(max_length=12)  # of account
    credit_kind = models.CharField(max_length=12)
    is_back = models.BooleanField()  # reversals
    transfers = models.PositiveIntegerField()
    amount = models.BigIntegerField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "month", "unit", "kind", "debit_kind", "credit_kind", "is_back"],
                name="deliver_flow_once_uq",
            ),
            models.CheckConstraint(
                condition=Q(transfers__gt=0, amount__gt=0), name="deliver_flow_sizes_ck"
            ),
        ]


class Reckoning(HubModel):
    """When a hub was last counted, and whether the count was the ledger's. One row a hub."""

    counted_at = models.DateTimeField()
    checked_at = models.DateTimeField()
    agrees = models.BooleanField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="deliver_reckoning_hub_uq"),
        ]
