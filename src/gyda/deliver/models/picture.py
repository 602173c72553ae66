"""A picture of a listing: made anew in two sizes, with nothing left of where it was taken."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.deliver.models.listing import Listing
from gyda.keys.models import HubForeignKey, HubModel


class Picture(HubModel):
    """Two files in private storage, named by id and size; words for who cannot see it."""

    listing = HubForeignKey(Listing, related_name="pictures")
    alt = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=[("cy", "Cymraeg"), ("en", "English")])
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "listing"], name="deliver_picture_listing_uq"),
            models.CheckConstraint(condition=~Q(alt=""), name="deliver_picture_alt_ck"),
        ]

    def file(self, size: str) -> str:
        """Return the name of one of its files in storage."""
        return f"{self.hub_id}/pictures/{self.id}-{size}.webp"
