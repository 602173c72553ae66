"""How this hub spends hours at venues, and whether hours go back to the pot: one row."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubModel


class NoShow(models.TextChoices):
    """What becomes of the hours of someone who booked and did not come."""

    REFUND = "REFUND", _("they come back to the person")
    CHARGE = "CHARGE", _("they are spent, as the place was kept")


class Expiry(models.TextChoices):
    """What becomes of hours that nobody spends."""

    NONE = "NONE", _("they stay for good")
    EXPIRY = "EXPIRY", _("after some months they go to the community pot")
    RETURN = "RETURN", _("a small part goes to the community pot each month")


class VenueRules(HubModel):
    """A hub without a row lives by the defaults."""

    cancel_hours = models.PositiveSmallIntegerField(default=24)
    tick_days = models.PositiveSmallIntegerField(default=7)  # for the venue to say who came
    no_show = models.CharField(max_length=6, choices=NoShow, default=NoShow.REFUND)
    below_nothing = models.BooleanField(default=False)
    settle_by_two = models.BooleanField(default=True)
    expiry = models.CharField(max_length=6, choices=Expiry, default=Expiry.NONE)
    expiry_months = models.PositiveSmallIntegerField(default=12)
    return_percent = models.PositiveSmallIntegerField(default=5)
    return_free_minutes = models.PositiveIntegerField(default=600)  # never asked back
    returns_from = models.DateField(null=True, blank=True)  # so that all can be told before

    class Meta(HubModel.Meta):
        verbose_name_plural = "venue rules"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="deliver_venuerules_hub_uq"),
            models.CheckConstraint(
                condition=Q(expiry_months__gte=1, expiry_months__lte=60)
                & Q(return_percent__gte=1, return_percent__lte=50)
                & Q(tick_days__gte=1, tick_days__lte=60),
                name="deliver_venuerules_sizes_ck",
            ),
            models.CheckConstraint(
                condition=Q(expiry=Expiry.NONE) | Q(returns_from__isnull=False),
                name="deliver_venuerules_nothing_by_surprise_ck",
            ),
        ]
