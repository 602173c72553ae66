"""Small areas, and in which of them a member lives: never a postcode, never a street."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models.member import Member


class SmallArea(models.Model):
    """A postcode sector such as "SA10 8", some thousands of homes, and its middle in metres of
    the national grid. Class REFERENCE: loaded once by an operator (`gyda areas`)."""

    code = models.CharField(primary_key=True, max_length=8)
    easting = models.PositiveIntegerField()
    northing = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.code


class Whereabouts(HubModel):
    """The small area of a member's home: private, for distances only."""

    member = HubForeignKey(Member, related_name="+")
    area = models.ForeignKey(SmallArea, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(HubModel.Meta):
        verbose_name_plural = "whereabouts"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="people_whereabouts_member_uq"),
        ]
        indexes = [models.Index(fields=["hub", "area"], name="people_whereabouts_area_ix")]

    def __str__(self) -> str:
        return f"{self.id}"
