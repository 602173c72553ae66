"""Points for and against: two columns, no replies, each with support of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models.proposal import Proposal
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class Side(models.TextChoices):
    """In which column a point stands."""

    FOR = "FOR", _("For")
    AGAINST = "AGAINST", _("Against")


class PointState(models.TextChoices):
    """Whether it is shown."""

    SHOWN = "SHOWN", _("Shown")
    REMOVED = "REMOVED", _("Taken down")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class PointQuerySet(HubQuerySet["Point"]):
    """Points by whether they are shown."""

    def shown(self) -> "PointQuerySet":
        return self.filter(state=PointState.SHOWN)


PointManager = HubManager.from_queryset(PointQuerySet)


class Point(HubModel):
    """One point, in its author's words; who took it down says why."""

    proposal = HubForeignKey(Proposal, related_name="+")
    side = models.CharField(max_length=7, choices=Side)
    text = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    author = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=9, choices=PointState, default=PointState.SHOWN)
    supports = models.PositiveIntegerField(default=0)
    removed_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    removed_because = models.CharField(max_length=300, blank=True)
    removed_language = models.CharField(max_length=2, choices=Language, blank=True)
    at = models.DateTimeField()

    proposal_id: UUID
    author_id: UUID

    objects: ClassVar["PointManager[Self]"] = PointManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="WITHDRAWN") | ~Q(text=""), name="design_point_text_ck"
            ),
            models.CheckConstraint(
                condition=~Q(state="REMOVED")
                | (Q(removed_by__isnull=False) & ~Q(removed_because="")),
                name="design_point_removed_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "proposal", "state", "id"], name="design_point_ix"),
            models.Index(fields=["hub", "author", "id"], name="design_point_author_ix"),
        ]

    @property
    def is_shown(self) -> bool:
        return self.state == PointState.SHOWN


class PointSupport(HubModel):
    """A member agrees with a point, once."""

    point = HubForeignKey(Point, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "point", "member"], name="design_pointsupport_member_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="design_pointsupport_of_ix")]
