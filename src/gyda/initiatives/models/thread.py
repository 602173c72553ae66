"""Which journal entries belong to an initiative, whatever room they are about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.initiatives.models.initiative import Initiative
from gyda.journal.models import Entry
from gyda.keys.models import HubForeignKey, HubModel


class Moment(HubModel):
    """One entry of the journal on the thread of one initiative."""

    initiative = HubForeignKey(Initiative, related_name="+")
    entry = HubForeignKey(Entry, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "entry"], name="initiatives_moment_entry_uq"),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="initiatives_moment_ix")]
