"""A meeting: it cannot open while a need of someone who comes is neither met nor waived."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.heard.models.passport import PassportKind
from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.needs import NeedKind
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class MeetingState(models.TextChoices):
    """Where a meeting stands."""

    PLANNED = "PLANNED", _("Planned")
    OPEN = "OPEN", _("Open")
    HELD = "HELD", _("Held")
    CANCELLED = "CANCELLED", _("Cancelled")


class Spoken(models.TextChoices):
    """In which language it is held; nobody who speaks Welsh is a trouble."""

    BOTH = "BOTH", _("Welsh and English, with translation")
    CY = "cy", _("Welsh")
    EN = "en", _("English")


class Meeting(HubModel):
    """Of an initiative: when, where, what for; `needs_waiting` is kept by whoever locks the row."""

    initiative = HubForeignKey(Initiative, related_name="+")
    title = Bilingual(models.CharField, max_length=120)
    purpose = Bilingual(models.TextField, max_length=2000)
    place = Bilingual(models.CharField, max_length=200, blank=True)
    online = models.URLField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    spoken = models.CharField(max_length=4, choices=Spoken, default=Spoken.BOTH)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    open_to_all = models.BooleanField(default=True)
    organiser = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=9, choices=MeetingState, default=MeetingState.PLANNED)
    state_at = models.DateTimeField()
    because = Bilingual(models.CharField, max_length=300, blank=True)  # cancelled: why
    needs_waiting = models.PositiveIntegerField(default=0)
    needs_met = models.PositiveIntegerField(default=0)  # kept when the needs are forgotten
    needs_waived = models.PositiveIntegerField(default=0)
    request_key = models.UUIDField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="heard_meeting_request_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(purpose_cy="") & ~Q(purpose_en=""),
                name="heard_meeting_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="heard_meeting_times_ck"
            ),
            models.CheckConstraint(
                condition=~Q(place_cy="", online="", phone=""), name="heard_meeting_somewhere_ck"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["PLANNED", "CANCELLED"]) | Q(needs_waiting=0),
                name="heard_meeting_no_need_waits_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "starts_at"], name="heard_meeting_of_ix"),
            models.Index(fields=["hub", "starts_at"], name="heard_meeting_when_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_ahead(self) -> bool:
        """Whether people can still say that they come."""
        return self.state in (MeetingState.PLANNED, MeetingState.OPEN)


class ComingState(models.TextChoices):
    """What someone said."""

    INVITED = "INVITED", _("invited")
    COMING = "COMING", _("coming")
    NOT_COMING = "NOT_COMING", _("not coming")


class ComingQuerySet(HubQuerySet["Coming"]):
    """People of a meeting by what they said and whether they were there."""

    def coming(self) -> "ComingQuerySet":
        return self.filter(state=ComingState.COMING)

    def came(self) -> "ComingQuerySet":
        return self.filter(came_at__isnull=False)


ComingManager = HubManager.from_queryset(ComingQuerySet)


class Coming(HubModel):
    """A member and a meeting: invited, coming or not, was there."""

    meeting = HubForeignKey(Meeting, related_name="people")
    member = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=10, choices=ComingState)
    said_at = models.DateTimeField()
    came_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["ComingManager[Self]"] = ComingManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "meeting", "member"], name="heard_coming_member_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="heard_coming_member_ix")]


class NeedState(models.TextChoices):
    """Whether it is seen to."""

    WAITING = "WAITING", _("Not met yet")
    MET = "MET", _("Met")
    WAIVED = "WAIVED", _("Waived by the person")


class SharedNeed(HubModel):
    """A need that someone shares for one meeting: the organiser meets it, only they waive it."""

    coming = HubForeignKey(Coming, related_name="needs")
    member = HubForeignKey(Member, related_name="+")
    kind = models.CharField(max_length=11, choices=[*PassportKind.choices, *NeedKind.choices])
    words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)
    state = models.CharField(max_length=7, choices=NeedState, default=NeedState.WAITING)
    how = models.CharField(max_length=300, blank=True)
    how_language = models.CharField(max_length=2, choices=Language, blank=True)
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "coming", "kind"], name="heard_sharedneed_kind_uq"
            ),
            models.CheckConstraint(
                condition=Q(state="WAITING", settled_by__isnull=True, settled_at__isnull=True)
                | (Q(state="MET", settled_by__isnull=False, settled_at__isnull=False) & ~Q(how=""))
                | Q(state="WAIVED", settled_by=F("member"), settled_at__isnull=False),
                name="heard_sharedneed_state_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "member"], name="heard_sharedneed_member_ix")]
