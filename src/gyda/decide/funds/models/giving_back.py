"""Giving money back to the giver: a large sum is written down by two stewards."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from gyda.decide.funds.models.fund import Fund
from gyda.decide.funds.models.movement import Movement
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

LAPSES = datetime.timedelta(days=30)


class GivingBack(HubModel):
    """What the first steward wrote down; the money moves once another writes the same sum."""

    fund = HubForeignKey(Fund, related_name="+")
    pence = models.BigIntegerField()
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    second_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    movement = HubForeignKey(Movement, null=True, blank=True, related_name="+")

    by_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "fund", "by"],
                condition=Q(movement__isnull=True),
                name="decide_givingback_open_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "movement"], name="decide_givingback_movement_uq"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_givingback_pence_ck"),
            models.CheckConstraint(
                condition=Q(movement__isnull=True, second_by__isnull=True)
                | (Q(movement__isnull=False, second_by__isnull=False) & ~Q(second_by=F("by"))),
                name="decide_givingback_by_two_ck",
            ),
        ]
