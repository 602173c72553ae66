"""How a hub handles referrals: who may refer, how long a person has, whether one is reminded."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation


class ReferralPolicy(HubModel):
    """One row for a hub; without one, these defaults."""

    answer_days = models.PositiveSmallIntegerField(default=28)
    remind_days = models.PositiveSmallIntegerField(default=14)  # 0: nobody is reminded

    class Meta(HubModel.Meta):
        verbose_name_plural = "referral policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="referral_policy_hub_uq"),
            models.CheckConstraint(
                condition=Q(
                    answer_days__gte=7, answer_days__lte=90, remind_days__lt=F("answer_days")
                ),
                name="referral_policy_days_ck",
            ),
        ]


class Referrer(HubModel):
    """An organisation whose people may refer."""

    organisation = HubForeignKey(Organisation, related_name="+")
    allowed_by = HubForeignKey(Member, related_name="+")
    allowed_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "organisation"], name="referral_referrer_organisation_uq"
            ),
        ]
