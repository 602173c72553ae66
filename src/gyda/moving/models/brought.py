"""What was brought over, beside the rows it became: old numbers, words, ends of transfers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.deliver.models import Listing
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class BroughtMember(HubModel):
    """The number that a member had before, by which other tables name them."""

    member = HubForeignKey(Member, related_name="+")
    number = models.CharField(max_length=40)
    came = models.BooleanField(default=True)  # False: was here already
    told_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="moving_broughtmember_uq"),
            models.UniqueConstraint(
                fields=["hub", "number"], name="moving_broughtmember_number_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "came", "id"], name="moving_broughtmember_came_ix")]


class BroughtListing(HubModel):
    """The number that an offer or ask had before."""

    listing = HubForeignKey(Listing, related_name="+")
    old_id = models.CharField(max_length=60, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "listing"], name="moving_broughtlisting_uq"),
        ]


class BroughtTransfer(HubModel):
    """What a past transfer was in the book that it comes from."""

    transfer_id = models.UUIDField()
    old_id = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=16, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    payer = models.CharField(max_length=254, blank=True)  # what no account here stands for
    receiver = models.CharField(max_length=254, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "transfer_id"], name="moving_broughttransfer_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "old_id"],
                condition=~models.Q(old_id=""),
                name="moving_broughttransfer_old_ix",
            )
        ]
