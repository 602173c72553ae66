"""Where the hub's people live, beside how many live there: areas of health clusters or groups."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.folded import FoldedField
from gyda.web.bilingual import Bilingual


class CoverageArea(HubModel):
    """One row of the file that a steward loads: an area, its cluster, and the list's size there."""

    area = models.CharField(max_length=60)  # as members give it: a town or village
    area_folded = FoldedField(source="area")
    cluster = Bilingual(models.CharField, max_length=80)
    cluster_cy: str
    cluster_en: str
    list_size = models.PositiveIntegerField()  # people on the lists of the practices there
    east = models.FloatField(null=True)  # longitude
    north = models.FloatField(null=True)  # latitude
    loaded_by = HubForeignKey(Member, related_name="+")
    loaded_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "area_folded"], name="referral_coverage_area_uq"
            ),
            models.CheckConstraint(
                condition=~Q(cluster_cy="") & ~Q(cluster_en=""), name="referral_coverage_cluster_ck"
            ),
            models.CheckConstraint(
                condition=Q(east__isnull=True, north__isnull=True)
                | Q(east__gte=-180, east__lte=180, north__gte=-90, north__lte=90),
                name="referral_coverage_point_ck",
            ),
        ]
