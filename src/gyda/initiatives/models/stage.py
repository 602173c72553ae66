"""The five stages, who leads in each and what say citizens have in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Stage(models.TextChoices):
    """Where the thread is: round again from the last to the first."""

    NEED = "NEED", _("Need")
    DESIGN = "DESIGN", _("Design")
    DECIDE = "DECIDE", _("Decide")
    DELIVER = "DELIVER", _("Deliver")
    LEARN = "LEARN", _("Learn")


class Say(models.TextChoices):
    """The decision right of citizens, from the least to the most."""

    INFORMED = "INFORMED", _("Citizens are told what is decided")
    CONSULTED = "CONSULTED", _("Citizens are asked; professionals decide")
    JOINT = "JOINT", _("Citizens and professionals decide together")
    CITIZEN = "CITIZEN", _("Citizens decide")


class Lead(models.TextChoices):
    """Who does the work of a stage."""

    PROFESSIONALS = "PROFESSIONALS", _("Professionals alone")
    TOGETHER = "TOGETHER", _("Citizens and professionals together")
    CITIZENS = "CITIZENS", _("Citizens alone")


class Move(HubModel):
    """One step of an initiative into a stage; the first one has no stage before it."""

    initiative = HubForeignKey("initiatives.Initiative", related_name="moves")
    left = models.CharField(max_length=7, choices=Stage, blank=True)
    entered = models.CharField(max_length=7, choices=Stage)
    because = Bilingual(models.TextField, max_length=500)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(left=F("entered")), name="initiatives_move_goes_somewhere_ck"
            ),
            models.CheckConstraint(
                condition=~Q(because_cy="") & ~Q(because_en=""),
                name="initiatives_move_reason_ck",
            ),
            models.UniqueConstraint(
                fields=["hub", "initiative"],
                condition=Q(left=""),
                name="initiatives_move_begins_once_uq",
            ),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="initiatives_move_ix")]


class RightQuerySet(HubQuerySet["Right"]):
    """Rights by whether they still hold."""

    def in_force(self) -> "RightQuerySet":
        return self.filter(until_at__isnull=True)


RightManager = HubManager.from_queryset(RightQuerySet)


class Right(HubModel):
    """The decision-rights line of one stage; a change is a new row, the old one stays readable."""

    initiative = HubForeignKey("initiatives.Initiative", related_name="rights")
    stage = models.CharField(max_length=7, choices=Stage)
    say = models.CharField(max_length=9, choices=Say)
    lead = models.CharField(max_length=13, choices=Lead)
    because = Bilingual(models.TextField, max_length=500)
    by = HubForeignKey(Member, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["RightManager[Self]"] = RightManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "initiative", "stage"],
                condition=Q(until_at__isnull=True),
                name="initiatives_right_one_in_force_uq",
            ),
            models.CheckConstraint(
                condition=~Q(because_cy="") & ~Q(because_en=""),
                name="initiatives_right_reason_ck",
            ),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("since_at")),
                name="initiatives_right_times_ck",
            ),
            models.CheckConstraint(
                condition=~Q(say="CITIZEN", lead="PROFESSIONALS")
                & ~Q(say="INFORMED", lead="CITIZENS"),
                name="initiatives_right_makes_sense_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="initiatives_right_ix")]
