"""A category: one shelf of a hub's own list of what people give and receive."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models

from gyda.keys.models import HubManager, HubModel, HubQuerySet
from gyda.web.bilingual import Bilingual


class CategoryQuerySet(HubQuerySet["Category"]):
    """Categories by how they stand."""

    def in_use(self) -> "CategoryQuerySet":
        return self.filter(retired_at__isnull=True)


CategoryManager = HubManager.from_queryset(CategoryQuerySet)


class Category(HubModel):
    """Named by the hub in both languages; retired, never deleted, since listings point to it."""

    name = Bilingual(models.CharField, max_length=60)
    name_cy: str
    name_en: str
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["CategoryManager[Self]"] = CategoryManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "categories"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "name_cy"], name="deliver_category_cy_uq"),
            models.UniqueConstraint(fields=["hub", "name_en"], name="deliver_category_en_uq"),
            models.CheckConstraint(
                condition=~models.Q(name_cy="") & ~models.Q(name_en=""),
                name="deliver_category_both_names_ck",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
