"""The map of one conversation as it stands; all of it can be made anew from the votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.conversations.models import Conversation


class Map(HubModel):
    """`shown` is for everyone who may see results. The rest is the site's own and stays inside.

    `engine`: what places one person by their votes. `kept`: the fit and the groups, from which the
    next map goes on. `counts`: what was published last, with the exact counts behind it.
    `version` grows with every change, so that a process knows whether what it holds is the latest.
    """

    conversation = HubForeignKey(Conversation, related_name="+")
    shown = models.JSONField(default=dict)
    tables = models.JSONField(default=dict)
    engine = models.JSONField(default=dict)
    kept = models.BinaryField(default=bytes)
    counts = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    votes = models.PositiveIntegerField(default=0)  # in the map, exactly
    full_votes = models.PositiveIntegerField(default=0)  # in the last full map
    seen_at = models.DateTimeField(null=True)  # of the latest vote in it
    shown_seen_at = models.DateTimeField(null=True)  # of the latest vote in what is shown
    shown_at = models.DateTimeField(null=True)
    full_at = models.DateTimeField(null=True)
    is_final = models.BooleanField(default=False)  # made after closing, of all votes
    aside = models.JSONField(default=list)  # ids, in the map, of those who do not count
    rewrites = models.PositiveIntegerField(default=0)  # changes other than votes
    rewrites_seen = models.PositiveIntegerField(default=0)
    leased_by = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "conversation"], name="need_map_once_uq"),
            models.CheckConstraint(
                condition=Q(leased_by__isnull=True, leased_until__isnull=True)
                | Q(leased_by__isnull=False, leased_until__isnull=False),
                name="need_map_lease_ck",
            ),
        ]

    @property
    def is_there(self) -> bool:
        """Tell whether anything has been drawn yet."""
        return bool(self.shown)

    @property
    def made_at(self) -> datetime.datetime | None:
        """When what is shown was made."""
        return self.shown_at
