"""Points for and against an idea."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models

from gyda.initiatives.points.models import (
    AnyPoint,
    AnyPointSupport,
    PointState,
    ShownQuerySet,
    Side,
)
from gyda.keys.models import HubForeignKey, HubManager
from gyda.need.ideas.models.idea import Idea

__all__ = ["Point", "PointState", "PointSupport", "Side"]


class PointQuerySet(ShownQuerySet["Point"]):
    """Points of ideas."""


PointManager = HubManager.from_queryset(PointQuerySet)


class Point(AnyPoint):
    """One point, in its author's words."""

    idea = HubForeignKey(Idea, related_name="+")

    idea_id: UUID

    objects: ClassVar["PointManager[Self]"] = PointManager()

    class Meta(AnyPoint.Meta):
        indexes = [
            models.Index(
                fields=["hub", "idea", "side", "state", "supports", "id"], name="need_point_ix"
            ),
            *AnyPoint.Meta.indexes,
        ]


class PointSupport(AnyPointSupport):
    """A member agrees with a point, once."""

    point = HubForeignKey(Point, related_name="+")

    class Meta(AnyPointSupport.Meta):
        pass
