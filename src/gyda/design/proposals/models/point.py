"""Points for and against a proposal; who took one down says why."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from gyda.design.proposals.models.proposal import Proposal
from gyda.initiatives.points.models import (
    AnyPoint,
    AnyPointSupport,
    PointState,
    ShownQuerySet,
    Side,
)
from gyda.keys.models import HubForeignKey, HubManager
from gyda.people.models import Member
from gyda.people.models.person import Language

__all__ = ["Point", "PointState", "PointSupport", "Side"]


class PointQuerySet(ShownQuerySet["Point"]):
    """Points of proposals."""


PointManager = HubManager.from_queryset(PointQuerySet)


class Point(AnyPoint):
    """One point, in its author's words; who took it down says why."""

    proposal = HubForeignKey(Proposal, related_name="+")
    removed_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    removed_because = models.CharField(max_length=300, blank=True)
    removed_language = models.CharField(max_length=2, choices=Language, blank=True)

    proposal_id: UUID

    objects: ClassVar["PointManager[Self]"] = PointManager()

    class Meta(AnyPoint.Meta):
        constraints = [
            *AnyPoint.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="REMOVED")
                | (Q(removed_by__isnull=False) & ~Q(removed_because="")),
                name="design_point_removed_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "proposal", "state", "id"], name="design_point_ix"),
            *AnyPoint.Meta.indexes,
        ]


class PointSupport(AnyPointSupport):
    """A member agrees with a point, once."""

    point = HubForeignKey(Point, related_name="+")

    class Meta(AnyPointSupport.Meta):
        pass
