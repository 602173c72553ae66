"""What it costs in pounds and hours, who pays, and whose hours they are."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models.version import Version
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Organisation
from gyda.web.bilingual import Bilingual


class Purpose(models.TextChoices):
    """What a line is for: the costs of taking part are costs like the others (field row 15)."""

    DOING = "DOING", _("Doing it")
    TAKING_PART = "TAKING_PART", _("So that all can take part")
    SAVING = "SAVING", _("Money that would no longer be spent")


class Rhythm(models.TextChoices):
    """How often."""

    ONCE = "ONCE", _("once")
    YEARLY = "YEARLY", _("each year")


class Payer(models.TextChoices):
    """Who pays."""

    FUND = "FUND", _("The money that is decided about")
    ORGANISATION = "ORGANISATION", _("An organisation")
    USERS = "USERS", _("The people who use it")


class HoursOf(models.TextChoices):
    """Whose hours."""

    PAID = "PAID", _("Paid staff")
    CREDITS = "CREDITS", _("Members, for time credits")
    UNPAID = "UNPAID", _("People without pay")


class CostLine(HubModel):
    """One line. Hours are never a saving: a saving is money alone (field row 14).

    `replaces_paid` answers of citizens' hours whether somebody is paid for this work today.
    """

    version = HubForeignKey(Version, related_name="costs")
    purpose = models.CharField(max_length=11, choices=Purpose)
    rhythm = models.CharField(max_length=6, choices=Rhythm)
    what = Bilingual(models.CharField, max_length=160, blank=True)
    what_cy: str
    what_en: str
    pence = models.PositiveBigIntegerField(default=0)
    minutes = models.PositiveIntegerField(default=0)
    payer = models.CharField(max_length=12, choices=Payer, blank=True)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    hours_of = models.CharField(max_length=7, choices=HoursOf, blank=True)
    replaces_paid = models.BooleanField(default=False)

    version_id: UUID
    organisation_id: UUID | None

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(pence__gt=0) | Q(minutes__gt=0), name="design_cost_is_something_ck"
            ),
            models.CheckConstraint(
                condition=~Q(purpose="SAVING") | Q(minutes=0, pence__gt=0),
                name="design_cost_hours_are_no_saving_ck",
            ),
            models.CheckConstraint(
                condition=Q(minutes=0, hours_of="") | (Q(minutes__gt=0) & ~Q(hours_of="")),
                name="design_cost_whose_hours_ck",
            ),
            models.CheckConstraint(
                condition=Q(pence=0, payer="") | (Q(pence__gt=0) & ~Q(payer="")),
                name="design_cost_who_pays_ck",
            ),
            models.CheckConstraint(
                condition=Q(payer="ORGANISATION", organisation__isnull=False)
                | (~Q(payer="ORGANISATION") & Q(organisation__isnull=True)),
                name="design_cost_organisation_ck",
            ),
            models.CheckConstraint(
                condition=Q(replaces_paid=False) | Q(hours_of__in=("CREDITS", "UNPAID")),
                name="design_cost_replaces_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "version", "id"], name="design_cost_ix")]

    @property
    def is_citizens(self) -> bool:
        """Whether its hours come from citizens."""
        return self.hours_of in (HoursOf.CREDITS, HoursOf.UNPAID)
