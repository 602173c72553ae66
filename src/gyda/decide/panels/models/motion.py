"""What a panel votes on, and how each seat voted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models.hearing import PanelMeeting
from gyda.decide.panels.models.panel import Panel
from gyda.decide.panels.models.pool import PanelSeat
from gyda.keys.models import HubForeignKey, HubModel
from gyda.web.bilingual import Bilingual


class Rule(models.TextChoices):
    """When a motion is carried."""

    MAJORITY = "MAJORITY", _("More for than against")
    TWO_THIRDS = "TWO_THIRDS", _("Two thirds of those for or against")
    CONSENT = "CONSENT", _("By consent: nobody is against")


class Choice(models.TextChoices):
    """What a seat says."""

    FOR = "FOR", _("For")
    AGAINST = "AGAINST", _("Against")
    ABSTAIN = "ABSTAIN", _("I abstain")


class PanelMotion(HubModel):
    """A proposal to decide; `decision_id` once it is published."""

    panel = HubForeignKey(Panel, related_name="motions")
    meeting = HubForeignKey(PanelMeeting, null=True, blank=True, related_name="+")
    title = Bilingual(models.CharField, max_length=160)
    what = Bilingual(models.TextField, max_length=3000)
    reasons = Bilingual(models.TextField, max_length=3000, blank=True)
    minority = Bilingual(models.TextField, max_length=3000, blank=True)
    rule = models.CharField(max_length=10, choices=Rule)
    pence = models.PositiveBigIntegerField(null=True, blank=True)  # voted on with the words
    minutes = models.PositiveBigIntegerField(null=True, blank=True)
    by = HubForeignKey(PanelSeat, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    carried = models.BooleanField(null=True)
    in_favour = models.PositiveSmallIntegerField(default=0)
    against = models.PositiveSmallIntegerField(default=0)
    abstained = models.PositiveSmallIntegerField(default=0)
    decision_id = models.UUIDField(null=True, blank=True)

    votes: Any  # the related manager

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(what_cy="") & ~Q(what_en=""),
                name="decide_panelmotion_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, carried__isnull=True)
                | Q(closed_at__isnull=False, carried__isnull=False),
                name="decide_panelmotion_closed_ck",
            ),
            models.CheckConstraint(
                condition=Q(decision_id__isnull=True) | Q(closed_at__isnull=False),
                name="decide_panelmotion_published_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "panel", "id"], name="decide_panelmotion_ix")]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class PanelVote(HubModel):
    """How a seat votes; open among the panel, only counts go further."""

    motion = HubForeignKey(PanelMotion, related_name="votes")
    seat = HubForeignKey(PanelSeat, related_name="+")
    choice = models.CharField(max_length=7, choices=Choice)
    at = models.DateTimeField()

    seat_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "motion", "seat"], name="decide_panelvote_seat_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "seat", "id"], name="decide_panelvote_of_ix")]
