"""How deprived the places are where members live: a table that the steward loads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class AreaTable(HubModel):
    """Where the figures are from; one table stands at a time, the last that was loaded."""

    source = Bilingual(models.CharField, max_length=200)
    loaded_by = HubForeignKey(Member, related_name="+")
    loaded_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="deliver_areatable_hub_uq"),
        ]


class Area(HubModel):
    """A place as members write it, or a small area by its code; folded for comparing."""

    folded = models.CharField(max_length=80)
    name = models.CharField(max_length=80)
    fifth = models.PositiveSmallIntegerField()  # 1: the most deprived fifth of all areas
    people = models.PositiveIntegerField()  # who live there

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "folded"], name="deliver_area_folded_uq"),
            models.CheckConstraint(
                condition=Q(fifth__gte=1, fifth__lte=5), name="deliver_area_fifth_ck"
            ),
        ]
