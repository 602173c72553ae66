"""What people are asked so that the panel is like the people who live here, and the quotas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from gyda.decide.panels.models.panel import Panel
from gyda.heard.models import Question
from gyda.keys.models import HubForeignKey, HubModel
from gyda.web.bilingual import Bilingual


class PanelFeature(HubModel):
    """A question with groups; `known` when it is one of those that members answer of themselves.

    `code` names it in files and in the published pool.
    """

    panel = HubForeignKey(Panel, related_name="features")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    name = Bilingual(models.CharField, max_length=120)
    known = models.CharField(max_length=10, choices=Question, blank=True)

    panel_id: UUID
    groups: Any  # the related manager

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "code"], name="decide_panelfeature_code_uq"
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name_cy="") & ~Q(name_en=""),
                name="decide_panelfeature_words_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "place"], name="decide_panelfeature_ix"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class PanelGroup(HubModel):
    """A group: at least so many seats and at most so many; `people` of it live here, if known.

    `over`: more than so many hundredths of the seats that are taken must be of this group.
    """

    feature = HubForeignKey(PanelFeature, related_name="groups")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    name = Bilingual(models.CharField, max_length=120)
    least = models.PositiveSmallIntegerField(default=0)
    most = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField(null=True, blank=True)
    over = models.PositiveSmallIntegerField(null=True, blank=True)

    feature_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "feature", "code"], name="decide_panelgroup_code_uq"
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name_cy="") & ~Q(name_en=""),
                name="decide_panelgroup_words_ck",
            ),
            models.CheckConstraint(
                condition=Q(most__gte=F("least")), name="decide_panelgroup_quota_ck"
            ),
            models.CheckConstraint(
                condition=Q(over__isnull=True) | Q(over__lt=100), name="decide_panelgroup_over_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "feature", "place"], name="decide_panelgroup_ix")]

    def __str__(self) -> str:
        return str(self.name)
