"""Who may be drawn, and who sits."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models.panel import Panel
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member


class Came(models.TextChoices):
    """How someone came into the pool."""

    SELF = "SELF", _("Put themselves forward")
    REPLY = "REPLY", _("Answered an invitation")
    HAND = "HAND", _("Written down by the clerk")
    FILE = "FILE", _("From a file")


class PoolQuerySet(HubQuerySet["PoolPerson"]):
    """People of a pool."""

    def there(self) -> "PoolQuerySet":
        return self.filter(left_at__isnull=True)


PoolManager = HubManager.from_queryset(PoolQuerySet)


class PoolPerson(HubModel):
    """Someone who may be drawn: `answers` holds feature code → group code.

    `number` is theirs in all that is published, given when the pool closes. `home` is a keyed mark
    of where they live, or of nothing. `times`: in how many of the published lots they are.
    """

    panel = HubForeignKey(Panel, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # of who is no member
    contact = models.CharField(max_length=200, blank=True)
    came = models.CharField(max_length=5, choices=Came)
    answers = models.JSONField(default=dict)
    home = models.CharField(max_length=32, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    times = models.PositiveIntegerField(null=True, blank=True)
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)  # before the draw

    panel_id: UUID
    member_id: UUID | None

    objects: ClassVar["PoolManager[Self]"] = PoolManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "member"],
                condition=Q(member__isnull=False),
                name="decide_poolperson_member_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "panel", "number"],
                condition=Q(number__isnull=False),
                name="decide_poolperson_number_uq",
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=True) | Q(name="", contact=""),
                name="decide_poolperson_name_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "id"], name="decide_poolperson_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_poolperson_of_ix"),
        ]

    @property
    def called(self) -> str:
        """The name, for the clerk alone."""
        return self.member.shown_name if self.member else self.name


class Sits(models.TextChoices):
    """What became of someone who was drawn."""

    OFFERED = "OFFERED", _("Asked")
    TAKEN = "TAKEN", _("Sits")
    DECLINED = "DECLINED", _("Said no")
    LEFT = "LEFT", _("Has left")
    RESERVE = "RESERVE", _("Stands by")
    THANKED = "THANKED", _("Stood by until the end")


class PanelSeatQuerySet(HubQuerySet["PanelSeat"]):
    """Seats by what became of them."""

    def taken(self) -> "PanelSeatQuerySet":
        return self.filter(state=Sits.TAKEN)

    def held(self) -> "PanelSeatQuerySet":
        """Those who sit or are asked: the seats that are not empty."""
        return self.filter(state__in=[Sits.TAKEN, Sits.OFFERED])


PanelSeatManager = HubManager.from_queryset(PanelSeatQuerySet)


class PanelSeat(HubModel):
    """Someone who was drawn, or stands by as number `turn`; `answers` are kept for the counts.

    What they answered stays with the seat until they are forgotten; the pool is purged before.
    """

    panel = HubForeignKey(Panel, related_name="+")
    person = HubForeignKey(PoolPerson, null=True, blank=True, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField()  # as in the published lots
    answers = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=Sits)
    turn = models.PositiveSmallIntegerField(null=True, blank=True)  # among those who stand by
    is_chair = models.BooleanField(default=False)
    wants = HubForeignKey("decide.PanelSeat", null=True, blank=True, related_name="+")  # as chair
    offered_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    trained_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    panel_id: UUID
    member_id: UUID | None
    person_id: UUID | None

    objects: ClassVar["PanelSeatManager[Self]"] = PanelSeatManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "number"], name="decide_panelseat_number_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "panel", "member"],
                condition=Q(member__isnull=False),
                name="decide_panelseat_member_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "panel"],
                condition=Q(is_chair=True),
                name="decide_panelseat_chair_uq",
            ),
            models.CheckConstraint(
                condition=Q(is_chair=False) | Q(state="TAKEN"), name="decide_panelseat_chair_ck"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["TAKEN", "DECLINED"]) | Q(answered_at__isnull=False),
                name="decide_panelseat_answered_ck",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("answered_at")),
                name="decide_panelseat_times_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "state", "id"], name="decide_panelseat_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_panelseat_of_ix"),
        ]

    @property
    def sits(self) -> bool:
        return self.state == Sits.TAKEN

    @property
    def shown_name(self) -> str:
        """The name of a member who sits; of others nobody reads a name here."""
        return self.member.shown_name if self.member else ""


class PanelInvitation(HubModel):
    """A home that was invited by post: whoever has the code may put themselves forward once."""

    panel = HubForeignKey(Panel, related_name="+")
    address = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=16)
    person = HubForeignKey(PoolPerson, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    panel_id: UUID
    person_id: UUID | None

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "code"], name="decide_panelinvitation_code_uq"),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "id"], name="decide_panelinvitation_ix"),
        ]
