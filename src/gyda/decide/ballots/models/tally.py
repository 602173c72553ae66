"""A count that was made once and is kept: the record, in both languages, and the file behind it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import models

from gyda.decide.ballots.models.ballot import Ballot
from gyda.keys.models import HubForeignKey, HubModel


class Tally(HubModel):
    """The result: a record for each pot, wards first, last what all share."""

    ballot = HubForeignKey(Ballot, related_name="tallies")
    arguments = models.JSONField(default=list)  # as `gyda count` takes them
    record_cy = models.JSONField()
    record_en = models.JSONField()
    files = models.JSONField(default=dict)  # name -> SHA-256 of what was counted
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "tallies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "ballot"], name="decide_tally_once_uq"),
        ]

    def records(self, language: str) -> list[dict[str, Any]]:
        """Return the record of each pot with its sentences in one language."""
        found: list[dict[str, Any]] = self.record_cy if language == "cy" else self.record_en
        return found
