"""Lanes: places beside the balance where many can pay one receiver without queueing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.ledger.models.account import Account


class Lane(HubModel):
    """A part of a wide account's balance. Without lanes all its payers would wait, one after
    another, for the row lock that each keeps until its commit is on the disk."""

    account = HubForeignKey(Account, related_name="+")
    number = models.PositiveSmallIntegerField()
    floor = models.BigIntegerField(null=True)  # 0, or null where the account has no floor
    balance = models.BigIntegerField(default=0)
    due = models.BigIntegerField(default=0)  # below 0 where a hold of another lane was resolved

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "account", "number"], name="ledger_lane_number_uq"
            ),
            models.CheckConstraint(
                condition=Q(floor__isnull=True) | Q(balance__gte=F("floor")),
                name="ledger_lane_floor_ck",
            ),
        ]
