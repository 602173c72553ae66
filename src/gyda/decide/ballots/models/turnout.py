"""How many could vote, and how many did: counted when the ballot closes, then never again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.decide.ballots.models.ballot import Ballot
from gyda.keys.models import HubForeignKey, HubModel


class Turnout(HubModel):
    """Counts alone, of nobody in particular: what would tell of a few was left out beforehand.

    groups: {question: [[names of groups, could, did], ...]}; "?" for those of whom it is not known.
    """

    ballot = HubForeignKey(Ballot, related_name="turnouts")
    could = models.PositiveIntegerField()
    did = models.PositiveIntegerField()
    groups = models.JSONField(default=dict)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "ballot"], name="decide_turnout_once_uq"),
            models.CheckConstraint(condition=Q(did__lte=F("could")), name="decide_turnout_ck"),
        ]
