"""The hub's own figures: what blocks a rule, how long rules hold, how long answers are kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubModel


class CriteriaPolicy(HubModel):
    """One row for a hub that has set its figures; others keep the first ones."""

    most_rise = models.PositiveSmallIntegerField(default=5)  # hundredths, in any group
    most_apart = models.PositiveSmallIntegerField(default=2)  # more than among everyone
    months = models.PositiveSmallIntegerField(default=12)  # until the rules end
    remind_days = models.PositiveSmallIntegerField(default=30)
    keep_months = models.PositiveSmallIntegerField(default=12)  # what was asked about a case

    class Meta(HubModel.Meta):
        verbose_name_plural = "policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="design_criteriapolicy_hub_uq"),
            models.CheckConstraint(
                condition=Q(
                    most_rise__lte=100, most_apart__lte=100, months__gte=1, months__lte=24,
                    remind_days__lte=180, keep_months__gte=1, keep_months__lte=84,
                ),
                name="design_criteriapolicy_ck",
            ),
        ]  # fmt: skip
