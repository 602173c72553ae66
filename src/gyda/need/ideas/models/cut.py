"""The monthly cut: which ideas went to whoever owes them an answer, and why these."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.ideas.models.idea import Idea
from gyda.need.ideas.models.policy import IdeaCategory


class Why(models.TextChoices):
    """Why an idea went forward."""

    TOP = "TOP", _("Among the most supported")
    CATEGORY = "CATEGORY", _("Most supported in its category")


class Cut(HubModel):
    """One for each month; `tied` ideas stood equal at the last place, and there were too many."""

    month_on = models.DateField()  # the first day of the month that it closes
    at = models.DateTimeField()
    top = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField()
    tied = models.PositiveIntegerField(default=0)

    lines: Any  # the related manager

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "month_on"], name="need_cut_month_uq"),
        ]


class CutLine(HubModel):
    """An idea of the cut, with the support that it had at that moment."""

    cut = HubForeignKey(Cut, related_name="lines")
    idea = HubForeignKey(Idea, related_name="+")
    why = models.CharField(max_length=8, choices=Why)
    category = HubForeignKey(IdeaCategory, null=True, blank=True, related_name="+")
    supports = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField()  # equal places have the same number

    idea_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "idea"], name="need_cutline_idea_uq"),
        ]
        indexes = [models.Index(fields=["hub", "cut", "id"], name="need_cutline_ix")]
