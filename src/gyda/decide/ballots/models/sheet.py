"""Papers of paper: printed with a number, typed in by two people, settled where they differ."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.decide.ballots.models.ballot import Ballot
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class Sheet(HubModel):
    """A printed paper. Nobody notes who takes which; its number is used once."""

    ballot = HubForeignKey(Ballot, related_name="sheets")
    code = models.CharField(max_length=24)
    ward = models.PositiveSmallIntegerField(null=True, blank=True)
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    is_counted = models.BooleanField(default=False)  # both typed the same, or it was settled
    # it cannot be read, or nobody is marked for it
    is_aside = models.BooleanField(default=False, db_default=False)
    marks = models.TextField(blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "ballot", "code"], name="decide_sheet_code_uq"),
            models.CheckConstraint(
                condition=Q(is_aside=False) | Q(is_counted=False), name="decide_sheet_aside_ck"
            ),
        ]


class Entry(HubModel):
    """What one person read on a paper; the second types without seeing it."""

    sheet = HubForeignKey(Sheet, related_name="entries")
    turn = models.PositiveSmallIntegerField()
    marks = models.TextField(blank=True)
    by = HubForeignKey(Member, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "sheet", "turn"], name="decide_entry_turn_uq"),
            models.UniqueConstraint(fields=["hub", "sheet", "by"], name="decide_entry_by_uq"),
            models.CheckConstraint(condition=Q(turn__in=[1, 2]), name="decide_entry_turn_ck"),
        ]
        verbose_name_plural = "entries"
