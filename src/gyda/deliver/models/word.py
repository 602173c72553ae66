"""The search index: one row per word of a shown listing, found by how the word begins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.deliver.models.listing import Listing
from gyda.keys import lookups  # noqa: F401  word__opens
from gyda.keys.models import HubForeignKey, HubModel


class ListingWord(HubModel):
    """A folded word that leads to a listing; "=" opens what only a Welsh text may have meant."""

    word = models.CharField(max_length=30)
    listing = HubForeignKey(Listing, related_name="index")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "listing", "word"], name="deliver_word_listing_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "word", "listing"],
                opclasses=["uuid_ops", "varchar_pattern_ops", "uuid_ops"],
                name="deliver_word_ix",
            )
        ]
