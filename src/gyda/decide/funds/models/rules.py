"""What the hub itself decides about its money: limits, rates with a date, numbers of bodies."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation

SECOND_ABOVE, GRANT_MOST, STEWARDS_MOST = 25_000, 50_000, 20_000
HIGHEST_RATE = 3_000  # hundredths of a per cent


class FundPolicy(HubModel):
    """One row for a hub that has set its limits; others keep the first figures."""

    second_above_pence = models.PositiveIntegerField(default=SECOND_ABOVE)
    grant_most_pence = models.PositiveIntegerField(default=GRANT_MOST)
    stewards_most_pence = models.PositiveIntegerField(default=STEWARDS_MOST)

    class Meta(HubModel.Meta):
        verbose_name_plural = "fund policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="decide_fundpolicy_hub_uq"),
            models.CheckConstraint(
                condition=Q(stewards_most_pence__lte=F("grant_most_pence")),
                name="decide_fundpolicy_order_ck",
            ),
        ]


class RateSetting(HubModel):
    """The yearly real rates at which later money is discounted: with a date, never a constant.

    Rates in hundredths of a per cent: 350 is 3.5 %.
    """

    name = models.CharField(max_length=80)
    since_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    to_year_30 = models.PositiveSmallIntegerField()
    to_year_75 = models.PositiveSmallIntegerField()
    later = models.PositiveSmallIntegerField()
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "since_on"], name="decide_ratesetting_since_uq"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(source=""), name="decide_ratesetting_source_ck"
            ),
            models.CheckConstraint(
                condition=Q(
                    to_year_30__lte=HIGHEST_RATE,
                    to_year_75__lte=HIGHEST_RATE,
                    later__lte=HIGHEST_RATE,
                ),
                name="decide_ratesetting_rates_ck",
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gt=F("since_on")),
                name="decide_ratesetting_days_ck",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationNumber(HubModel):
    """The number by which the world knows an organisation, as org-id.guide writes it: GB-COH-…"""

    organisation = HubForeignKey(Organisation, related_name="+")
    number = models.CharField(max_length=60)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "organisation"], name="decide_organisationnumber_uq"
            ),
            models.CheckConstraint(condition=~Q(number=""), name="decide_organisationnumber_ck"),
        ]

    def __str__(self) -> str:
        return self.number
