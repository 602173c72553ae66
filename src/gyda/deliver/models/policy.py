"""How this hub runs its time bank: one row, set by the steward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Source(models.TextChoices):
    """Where the hours come from that the hub gives."""

    POT = "POT", _("the hub's pot")
    ISSUE = "ISSUE", _("new hours, issued by the hub")


class Seen(models.TextChoices):
    """Who may see a page."""

    MEMBERS = "MEMBERS", _("members only")
    ANYONE = "ANYONE", _("anyone")


class Step(models.IntegerChoices):
    """Hours are counted in steps of so many minutes."""

    FIVE = 5, _("5 minutes")
    QUARTER = 15, _("a quarter of an hour")
    HALF = 30, _("half an hour")
    HOUR = 60, _("a whole hour")


class Policy(HubModel):
    """The rules of a hub's time bank; a hub without a row lives by the defaults."""

    lapse_days = models.PositiveSmallIntegerField(default=14)
    remind_days = models.PositiveSmallIntegerField(default=7)  # before it lapses
    last_remind_days = models.PositiveSmallIntegerField(default=2)
    step_minutes = models.PositiveSmallIntegerField(choices=Step, default=Step.QUARTER)
    start_minutes = models.PositiveIntegerField(default=120)
    start_from = models.CharField(max_length=5, choices=Source, default=Source.ISSUE)
    issue_for_activities = models.BooleanField(default=True)
    activities_seen_by = models.CharField(max_length=7, choices=Seen, default=Seen.ANYONE)
    thanks_seen_by = models.CharField(max_length=7, choices=Seen, default=Seen.MEMBERS)
    unmatched_days = models.PositiveSmallIntegerField(default=3)
    unseen_days = models.PositiveSmallIntegerField(default=60)
    words = Bilingual(models.TextField, blank=True)

    class Meta(HubModel.Meta):
        verbose_name_plural = "policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="deliver_policy_hub_uq"),
            models.CheckConstraint(
                condition=Q(last_remind_days__gt=0)
                & Q(last_remind_days__lt=F("remind_days"))
                & Q(remind_days__lt=F("lapse_days")),
                name="deliver_policy_days_in_order_ck",
            ),
            models.CheckConstraint(
                condition=Q(step_minutes__in=Step.values), name="deliver_policy_step_ck"
            ),
        ]


class StartGift(HubModel):
    """The hours that the hub gave a new member to start with: once, for good."""

    member = HubForeignKey(Member, related_name="+")
    minutes = models.PositiveIntegerField()  # 0: the hub gave none at the time
    given_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="deliver_startgift_member_uq"),
        ]
