"""Venues, and what was agreed about paying them back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual


class Venue(HubModel):
    """An organisation where hours can be spent: a cinema, a pool, a castle."""

    organisation = HubForeignKey(Organisation, related_name="+")
    place = Bilingual(models.CharField, max_length=200)
    about = Bilingual(models.TextField, blank=True)  # the way in, whom to ask for
    is_open = models.BooleanField(default=True)
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "organisation"], name="deliver_venue_organisation_uq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Agreement(HubModel):
    """Who pays a venue back, and how much for an hour; without a funder it is thanked."""

    venue = HubForeignKey(Venue, related_name="agreements")
    funder = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    pence_per_hour = models.PositiveIntegerField(default=0)
    agreed_by = HubForeignKey(Member, related_name="+")
    agreed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "venue"],
                condition=Q(ended_at__isnull=True),
                name="deliver_agreement_one_in_force_uq",
            ),
            models.CheckConstraint(
                condition=Q(funder__isnull=True, pence_per_hour=0)
                | Q(funder__isnull=False, pence_per_hour__gt=0),
                name="deliver_agreement_money_has_a_payer_ck",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("agreed_at")),
                name="deliver_agreement_days_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "funder"], name="deliver_agreement_funder_ix")]

    def pence_for(self, minutes: int) -> int:
        """Return what the venue is owed, rounded half up to a penny."""
        return (minutes * self.pence_per_hour * 2 + 60) // 120
