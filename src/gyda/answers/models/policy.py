"""The hub's own clock: how long an answer may take."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubModel

DAYS = 42
REMIND_DAYS = 10
LONGEST = 366


class Policy(HubModel):
    """One row for a hub that has set its clock; others keep the first figures."""

    days = models.PositiveSmallIntegerField(default=DAYS)
    remind_days = models.PositiveSmallIntegerField(default=REMIND_DAYS)

    class Meta(HubModel.Meta):
        verbose_name_plural = "policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="answers_policy_hub_uq"),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=LONGEST, remind_days__lt=F("days")),
                name="answers_policy_days_ck",
            ),
        ]
