"""Group activities: something people do together, with hours for all who gave them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class ActivityState(models.TextChoices):
    """Where an activity stands."""

    PLANNED = "PLANNED", _("Planned")
    RECORDED = "RECORDED", _("Hours recorded")
    CANCELLED = "CANCELLED", _("Cancelled")


class PaidFrom(models.TextChoices):
    """Who gives the hours to those who gave their time."""

    POT = "POT", _("the hub's pot")
    ORGANISATION = "ORGANISATION", _("an organisation's account")
    ISSUE = "ISSUE", _("new hours, issued by the hub")


class ActivityQuerySet(HubQuerySet["Activity"]):
    """Activities by when they are."""

    def coming(self, now: datetime.datetime | None = None) -> "ActivityQuerySet":
        return self.filter(ends_at__gt=now or timezone.now(), state=ActivityState.PLANNED).order_by(
            "starts_at", "id"
        )


ActivityManager = HubManager.from_queryset(ActivityQuerySet)


class Activity(HubModel):
    """A knitting circle, a litter pick, a shared meal."""

    title = Bilingual(models.CharField, max_length=120)
    about = Bilingual(models.TextField, blank=True)
    place = Bilingual(models.CharField, max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    minutes = models.PositiveIntegerField()  # that someone who is there all the time gives
    places = models.PositiveSmallIntegerField(null=True, blank=True)  # null: room for all
    paid_from = models.CharField(max_length=12, choices=PaidFrom, default=PaidFrom.POT)
    receivers_pay = models.BooleanField(default=False)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    created_by = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=9, choices=ActivityState, default=ActivityState.PLANNED)
    state_at = models.DateTimeField()
    cancelled_because = Bilingual(models.CharField, max_length=300, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["ActivityManager[Self]"] = ActivityManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "activities"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_activity_request_uq"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="deliver_activity_times_ck"
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="deliver_activity_minutes_ck"),
            models.CheckConstraint(
                condition=Q(places__isnull=True) | Q(places__gt=0),
                name="deliver_activity_places_ck",
            ),
            models.CheckConstraint(
                condition=~Q(paid_from=PaidFrom.ORGANISATION) | Q(organisation__isnull=False),
                name="deliver_activity_organisation_pays_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "starts_at"], name="deliver_activity_starts_ix"),
            models.Index(fields=["hub", "state", "ends_at"], name="deliver_activity_state_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Organiser(HubModel):
    """A member who looks after an activity."""

    activity = HubForeignKey(Activity, related_name="organisers")
    member = HubForeignKey(Member, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "activity", "member"], name="deliver_organiser_member_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member"], name="deliver_organiser_member_ix")]


class Part(models.TextChoices):
    """What someone does at an activity."""

    GIVES = "GIVES", _("gives time")
    RECEIVES = "RECEIVES", _("takes part")


class Place(models.TextChoices):
    """Where a sign-up stands."""

    COMING = "COMING", _("coming")
    WAITING = "WAITING", _("on the waiting list")
    WITHDRAWN = "WITHDRAWN", _("not coming any more")
    CAME = "CAME", _("came")
    AWAY = "AWAY", _("did not come")


class Attendance(HubModel):
    """One member at one activity, from the sign-up to the hours."""

    activity = HubForeignKey(Activity, related_name="attendances")
    member = HubForeignKey(Member, related_name="+")
    part = models.CharField(max_length=8, choices=Part, default=Part.GIVES)
    state = models.CharField(max_length=9, choices=Place, default=Place.COMING)
    state_at = models.DateTimeField()
    share_needs = models.BooleanField(default=False)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    transfer_id = models.UUIDField(null=True, blank=True)
    reversal_id = models.UUIDField(null=True, blank=True)
    because = models.CharField(max_length=500, blank=True)  # why they were taken back
    because_language = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "activity", "member"], name="deliver_attendance_member_uq"
            ),
            models.CheckConstraint(
                condition=Q(transfer_id__isnull=True) | Q(state=Place.CAME, minutes__gt=0),
                name="deliver_attendance_hours_for_those_who_came_ck",
            ),
            models.CheckConstraint(
                condition=Q(reversal_id__isnull=True) | Q(transfer_id__isnull=False),
                name="deliver_attendance_reversal_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="deliver_attendance_member_ix"),
            models.Index(fields=["hub", "transfer_id"], name="deliver_attendance_transfer_ix"),
        ]
