"""What the hub itself decides about its money: limits, rates with a date, numbers of bodies."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation

SECOND_ABOVE, GRANT_MOST, STEWARDS_MOST = 25_000, 50_000, 20_000
HIGHEST_RATE = 3_000  # hundredths of a per cent


class FundPolicyQuerySet(HubQuerySet["FundPolicy"]):
    """Changes of the limits by how far they are."""

    def in_force(self) -> "FundPolicyQuerySet":
        return self.filter(holds_from__isnull=False).order_by("-holds_from", "-id")

    def waiting(self) -> "FundPolicyQuerySet":
        return self.filter(holds_from__isnull=True, ended_at__isnull=True)


FundPolicyManager = HubManager.from_queryset(FundPolicyQuerySet)


class FundPolicy(HubModel):
    """One change of the limits, never edited; the newest that holds is in force.

    A hub that has set none keeps the first figures.
    """

    second_above_pence = models.PositiveIntegerField(default=SECOND_ABOVE)
    grant_most_pence = models.PositiveIntegerField(default=GRANT_MOST)
    stewards_most_pence = models.PositiveIntegerField(default=STEWARDS_MOST)
    loosens = models.BooleanField(db_default=False)  # lets few people move more than before
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")  # null: older than this
    at = models.DateTimeField(db_default=Now())
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    holds_from = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # it never held

    by_id: UUID | None

    objects: ClassVar["FundPolicyManager[Self]"] = FundPolicyManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "fund policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stewards_most_pence__lte=F("grant_most_pence")),
                name="decide_fundpolicy_order_ck",
            ),
            models.CheckConstraint(
                condition=Q(loosens=False)
                | Q(holds_from__isnull=True)
                | (Q(by__isnull=False, settled_by__isnull=False) & ~Q(settled_by=F("by"))),
                name="decide_fundpolicy_by_two_ck",
            ),
            models.CheckConstraint(
                condition=Q(holds_from__isnull=True) | Q(ended_at__isnull=True),
                name="decide_fundpolicy_one_end_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "holds_from"], name="decide_fundpolicy_since_ix")]


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
