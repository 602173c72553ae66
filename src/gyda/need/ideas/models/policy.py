"""How a hub sorts ideas, how many go forward each month, and who owes them an answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Organisation
from gyda.web.bilingual import Bilingual

TOP, LEAST = 5, 3


class IdeaCategoryQuerySet(HubQuerySet["IdeaCategory"]):
    """Categories by how they stand."""

    def in_use(self) -> "IdeaCategoryQuerySet":
        return self.filter(retired_at__isnull=True)


IdeaCategoryManager = HubManager.from_queryset(IdeaCategoryQuerySet)


class IdeaCategory(HubModel):
    """Named by the hub; who answers for it may be another body than for the rest."""

    name = Bilingual(models.CharField, max_length=60)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    name_cy: str
    name_en: str
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["IdeaCategoryManager[Self]"] = IdeaCategoryManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "idea categories"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "name_cy"], name="need_ideacategory_cy_uq"),
            models.UniqueConstraint(fields=["hub", "name_en"], name="need_ideacategory_en_uq"),
            models.CheckConstraint(
                condition=~Q(name_cy="") & ~Q(name_en=""), name="need_ideacategory_names_ck"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class IdeaPolicy(HubModel):
    """One row for a hub that has set its rules; others keep the first figures."""

    top = models.PositiveSmallIntegerField(default=TOP)
    least = models.PositiveSmallIntegerField(default=LEAST)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")

    class Meta(HubModel.Meta):
        verbose_name_plural = "idea policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="need_ideapolicy_hub_uq"),
            models.CheckConstraint(
                condition=Q(top__gte=1, top__lte=50, least__gte=1), name="need_ideapolicy_ck"
            ),
        ]
