"""Where food, warmth and shelter are to be had today: kept by connectors, no queue before it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Organisation
from gyda.web.bilingual import Bilingual


class Need(models.TextChoices):
    """What nobody can be refused."""

    FOOD = "FOOD", _("Food")
    WARMTH = "WARMTH", _("Warmth")
    SHELTER = "SHELTER", _("Shelter")


class HelpQuerySet(HubQuerySet["Help"]):
    """Places by whether they still help."""

    def open(self) -> "HelpQuerySet":
        return self.filter(retired_at__isnull=True)


HelpManager = HubManager.from_queryset(HelpQuerySet)


class Help(HubModel):
    """A place to go to, or a number to call, on the same day."""

    need = models.CharField(max_length=7, choices=Need)
    name = Bilingual(models.CharField, max_length=120)
    how = Bilingual(models.TextField, max_length=500)
    phone = models.CharField(max_length=40, blank=True)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True)

    organisation_id: UUID | None

    objects: ClassVar["HelpManager[Self]"] = HelpManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "places of help"
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name_cy="") & ~Q(name_en="") & ~Q(how_cy="") & ~Q(how_en=""),
                name="design_help_both_tongues_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "need", "id"], name="design_help_ix")]

    def __str__(self) -> str:
        return str(self.name)
