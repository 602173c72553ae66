"""A panel: its question, its seats and how it is drawn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class PanelState(models.TextChoices):
    """Where a panel stands."""

    GATHERING = "GATHERING", _("People put themselves forward")
    DRAWING = "DRAWING", _("Being drawn")
    SITTING = "SITTING", _("Sitting")
    ENDED = "ENDED", _("Its term is over")
    CANCELLED = "CANCELLED", _("Called off")


class Pay(models.TextChoices):
    """What members of the panel get for each meeting."""

    NONE = "NONE", _("No pay; costs are paid")
    CREDITS = "CREDITS", _("Time credits; costs are paid")
    MONEY = "MONEY", _("Money; costs are paid")


class Way(models.TextChoices):
    """How one of the published lots is drawn."""

    DICE = "DICE", _("Dice, rolled in public")
    SOURCE = "SOURCE", _("A public random source, named beforehand")
    SEED = "SEED", _("Secrets that were promised beforehand, and are revealed afterwards")


class PanelQuerySet(HubQuerySet["Panel"]):
    """Panels by how they stand."""

    def going_on(self) -> "PanelQuerySet":
        return self.filter(state__in=["GATHERING", "DRAWING", "SITTING"])


PanelManager = HubManager.from_queryset(PanelQuerySet)


class Panel(HubModel):
    """`clerk`: the one person who reads the names of the pool. `purged_at`: the pool is gone."""

    initiative = HubForeignKey(Initiative, related_name="+")
    title = Bilingual(models.CharField, max_length=120)
    question = Bilingual(models.TextField, max_length=1000)
    clerk = HubForeignKey(Member, related_name="+")
    seats = models.PositiveSmallIntegerField()
    reserves = models.PositiveSmallIntegerField(default=0)
    months = models.PositiveSmallIntegerField()  # how long a seat is held
    pay = models.CharField(max_length=7, choices=Pay)
    minutes = models.PositiveIntegerField(default=0)  # credits for a meeting
    pence = models.PositiveIntegerField(default=0)  # money for a meeting
    one_per_household = models.BooleanField(default=True)
    way = models.CharField(max_length=6, choices=Way)
    source = Bilingual(models.CharField, max_length=200, blank=True)
    lots = models.PositiveIntegerField(default=1000)
    closes_on = models.DateField()
    purge_on = models.DateField()
    state = models.CharField(max_length=9, choices=PanelState, default=PanelState.GATHERING)
    because = Bilingual(models.TextField, max_length=500, blank=True)  # called off: why
    explained = Bilingual(models.TextField, max_length=1000, blank=True)  # by the chair: unlike
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)
    people = models.PositiveIntegerField(default=0)  # in the pool when it closed
    request_key = models.UUIDField(null=True, blank=True)

    initiative_id: UUID
    clerk_id: UUID
    features: Any  # the related manager

    objects: ClassVar["PanelManager[Self]"] = PanelManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_panel_request_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="")
                & ~Q(title_en="")
                & ~Q(question_cy="")
                & ~Q(question_en=""),
                name="decide_panel_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=2, seats__lte=500, lots__gte=1, lots__lte=100_000)
                & Q(months__gte=1, months__lte=60),
                name="decide_panel_sizes_ck",
            ),
            models.CheckConstraint(
                condition=Q(pay="NONE", minutes=0, pence=0)
                | Q(pay="CREDITS", minutes__gt=0, pence=0)
                | Q(pay="MONEY", minutes=0, pence__gt=0),
                name="decide_panel_pay_ck",
            ),
            models.CheckConstraint(
                condition=~Q(way="SOURCE") | (~Q(source_cy="") & ~Q(source_en="")),
                name="decide_panel_source_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state="CANCELLED") | (~Q(because_cy="") & ~Q(because_en="")),
                name="decide_panel_called_off_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["SITTING"]) | Q(drawn_at__isnull=False),
                name="decide_panel_sits_once_drawn_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "id"], name="decide_panel_thread_ix"),
            models.Index(fields=["hub", "state", "id"], name="decide_panel_state_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_gathering(self) -> bool:
        return self.state == PanelState.GATHERING

    @property
    def is_drawing(self) -> bool:
        return self.state == PanelState.DRAWING

    @property
    def sits(self) -> bool:
        return self.state == PanelState.SITTING

    @property
    def is_over(self) -> bool:
        return self.state in (PanelState.ENDED, PanelState.CANCELLED)
