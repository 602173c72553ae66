"""What a panel hears: advisers, evidence, questions with their answers, and its meetings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models.panel import Panel
from gyda.decide.panels.models.pool import PanelSeat
from gyda.heard.models import Meeting
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class AdviserQuerySet(HubQuerySet["PanelAdviser"]):
    """Advisers by whether they still advise."""

    def advising(self) -> "AdviserQuerySet":
        return self.filter(until_at__isnull=True)


AdviserManager = HubManager.from_queryset(AdviserQuerySet)


class PanelAdviser(HubModel):
    """Speaks to a panel and has no vote: what they know about, and what interest they have."""

    panel = HubForeignKey(Panel, related_name="advisers")
    member = HubForeignKey(Member, related_name="+")
    knows = Bilingual(models.CharField, max_length=200)
    interest = Bilingual(models.CharField, max_length=300)
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    member_id: UUID

    objects: ClassVar["AdviserManager[Self]"] = AdviserManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "member"],
                condition=Q(until_at__isnull=True),
                name="decide_paneladviser_member_uq",
            ),
            models.CheckConstraint(
                condition=~Q(knows_cy="")
                & ~Q(knows_en="")
                & ~Q(interest_cy="")
                & ~Q(interest_en=""),
                name="decide_paneladviser_words_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "id"], name="decide_paneladviser_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_paneladviser_of_ix"),
        ]


class PanelEvidence(HubModel):
    """Something the panel may read, with who gave it and where it is from."""

    panel = HubForeignKey(Panel, related_name="+")
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    title = Bilingual(models.CharField, max_length=200)
    words = models.TextField(max_length=5000, blank=True)
    url = models.URLField(max_length=300, blank=True)
    source = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=Language)
    on = models.DateField()  # of which day it is
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(source="") & ~Q(words="", url=""),
                name="decide_panelevidence_words_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "panel", "id"], name="decide_panelevidence_ix")]


class PanelQuestion(HubModel):
    """What the panel asked; who of the panel asked it is not published."""

    panel = HubForeignKey(Panel, related_name="questions")
    seat = HubForeignKey(PanelSeat, null=True, blank=True, related_name="+")
    text = models.TextField(max_length=1000)
    language = models.CharField(max_length=2, choices=Language)
    to = HubForeignKey(PanelAdviser, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    replies: Any  # the related manager

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="decide_panelquestion_text_ck"),
        ]
        indexes = [models.Index(fields=["hub", "panel", "id"], name="decide_panelquestion_ix")]


class PanelReply(HubModel):
    """An adviser's recorded answer; a correction is a further answer."""

    question = HubForeignKey(PanelQuestion, related_name="replies")
    adviser = HubForeignKey(PanelAdviser, related_name="+")
    text = models.TextField(max_length=3000)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="decide_panelreply_text_ck"),
        ]
        indexes = [models.Index(fields=["hub", "question", "id"], name="decide_panelreply_ix")]


class MeetingKind(models.TextChoices):
    """What a meeting of a panel is for."""

    TRAINING = "TRAINING", _("Training")
    MEETING = "MEETING", _("Meeting")


class PanelMeeting(HubModel):
    """A meeting of the hub that is one of the panel's, with its minutes once they are agreed."""

    panel = HubForeignKey(Panel, related_name="meetings")
    meeting = HubForeignKey(Meeting, related_name="+")
    kind = models.CharField(max_length=8, choices=MeetingKind)
    minutes = Bilingual(models.TextField, max_length=20_000, blank=True)
    minutes_at = models.DateTimeField(null=True, blank=True)

    meeting_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "meeting"], name="decide_panelmeeting_meeting_uq"
            ),
            models.CheckConstraint(
                condition=Q(minutes_cy="", minutes_en="", minutes_at__isnull=True)
                | (~Q(minutes_cy="") & ~Q(minutes_en="") & Q(minutes_at__isnull=False)),
                name="decide_panelmeeting_minutes_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "panel", "id"], name="decide_panelmeeting_ix")]


class Owed(models.TextChoices):
    """What is owed to a member of a panel."""

    PAY = "PAY", _("For a meeting")
    COSTS = "COSTS", _("Costs")


class PanelClaim(HubModel):
    """Pay for a meeting, or costs: minutes or pence, never both."""

    panel = HubForeignKey(Panel, related_name="+")
    seat = HubForeignKey(PanelSeat, related_name="+")
    meeting = HubForeignKey(PanelMeeting, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=5, choices=Owed)
    minutes = models.PositiveIntegerField(default=0)
    pence = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)
    transfer_id = models.UUIDField(null=True, blank=True)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    seat_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "seat", "meeting"],
                condition=Q(kind="PAY"),
                name="decide_panelclaim_once_uq",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, pence=0) | Q(minutes=0, pence__gt=0),
                name="decide_panelclaim_unit_ck",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(refused_at__isnull=True),
                name="decide_panelclaim_settled_ck",
            ),
            models.CheckConstraint(
                condition=~Q(kind="PAY") | Q(meeting__isnull=False),
                name="decide_panelclaim_pay_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "id"], name="decide_panelclaim_ix"),
            models.Index(fields=["hub", "seat", "id"], name="decide_panelclaim_seat_ix"),
        ]

    @property
    def waits(self) -> bool:
        return self.settled_at is None and self.refused_at is None


class PanelAlert(HubModel):
    """A rule on who sits that is broken since then; it stays readable once mended."""

    panel = HubForeignKey(Panel, related_name="alerts")
    group_code = models.CharField(max_length=60)
    feature_code = models.CharField(max_length=60)
    held = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "feature_code", "group_code"],
                condition=Q(until_at__isnull=True),
                name="decide_panelalert_open_uq",
            ),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("since_at")),
                name="decide_panelalert_times_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "panel", "id"], name="decide_panelalert_ix")]
