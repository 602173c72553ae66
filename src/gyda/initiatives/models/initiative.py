"""An initiative: one service or change being co-produced; and a programme of several."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models.stage import Stage
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Beginning(models.TextChoices):
    """What stood at the start: the earlier people are there, the more they can shape."""

    WORDS = "WORDS", _("What people said matters to them")
    QUESTION = "QUESTION", _("An open question, with no answer yet")
    PLAN = "PLAN", _("A plan that was finished before people were asked")


class State(models.TextChoices):
    """Whether it goes on."""

    OPEN = "OPEN", _("Under way")
    ENDED = "ENDED", _("Ended")


class Programme(HubModel):
    """Several initiatives that belong together."""

    title = Bilingual(models.CharField, max_length=120)
    purpose = Bilingual(models.TextField, max_length=2000)
    by = HubForeignKey(Member, related_name="+")
    created_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en=""), name="initiatives_programme_title_ck"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class InitiativeQuerySet(HubQuerySet["Initiative"]):
    """Initiatives by whether they go on."""

    def under_way(self) -> "InitiativeQuerySet":
        return self.filter(state=State.OPEN)


InitiativeManager = HubManager.from_queryset(InitiativeQuerySet)


class Initiative(HubModel):
    """The one thread from the need to what was learnt; `stage` is where its last move led."""

    title = Bilingual(models.CharField, max_length=120)
    purpose = Bilingual(models.TextField, max_length=2000)
    place = Bilingual(models.CharField, max_length=120, blank=True)
    programme = HubForeignKey(Programme, null=True, blank=True, related_name="initiatives")
    began_with = models.CharField(max_length=8, choices=Beginning)
    stage = models.CharField(max_length=7, choices=Stage, default=Stage.NEED)
    state = models.CharField(max_length=5, choices=State, default=State.OPEN)
    ended_because = Bilingual(models.TextField, max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    by = HubForeignKey(Member, related_name="+")
    started_at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["InitiativeManager[Self]"] = InitiativeManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="initiatives_initiative_request_uq"
            ),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(purpose_cy="") & ~Q(purpose_en=""),
                name="initiatives_initiative_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, ended_at__isnull=True)
                | (
                    Q(state=State.ENDED, ended_at__isnull=False)
                    & ~Q(ended_because_cy="")
                    & ~Q(ended_because_en="")
                ),
                name="initiatives_initiative_end_has_a_reason_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "id"], name="initiatives_initiative_ix"),
            models.Index(fields=["hub", "stage", "id"], name="initiatives_stage_ix"),
            models.Index(fields=["hub", "programme", "id"], name="initiatives_programme_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def involved_late(self) -> bool:
        """Whether people were asked only when the plan was finished."""
        return self.began_with == Beginning.PLAN
