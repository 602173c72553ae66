"""Two ideas that were joined: what moved, so that it can be undone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.need.ideas.models.idea import Idea, State
from gyda.people.models import Member
from gyda.people.models.person import Language

UNDO = datetime.timedelta(days=30)


class JoiningQuerySet(HubQuerySet["Joining"]):
    """Joinings by whether they stand."""

    def standing(self) -> "JoiningQuerySet":
        return self.filter(undone_at__isnull=True)


JoiningManager = HubManager.from_queryset(JoiningQuerySet)


class Joining(HubModel):
    """An idea went into another one; supporters who came so are marked with it."""

    idea = HubForeignKey(Idea, related_name="+")
    into = HubForeignKey(Idea, related_name="+")
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    words = models.TextField(max_length=500, blank=True)  # why it was undone
    language = models.CharField(max_length=2, choices=Language, blank=True)

    idea_id: UUID
    into_id: UUID

    objects: ClassVar["JoiningManager[Self]"] = JoiningManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "idea"],
                condition=Q(undone_at__isnull=True),
                name="need_joining_standing_uq",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, words="")
                | (Q(undone_at__isnull=False, undone_by__isnull=False) & ~Q(words="")),
                name="need_joining_undone_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "idea", "id"], name="need_joining_idea_ix"),
            models.Index(fields=["hub", "into", "id"], name="need_joining_into_ix"),
        ]

    @property
    def until(self) -> datetime.datetime:
        """Until when it can be undone."""
        return self.at + UNDO

    @property
    def is_last(self) -> bool:
        """Tell whether nothing has moved on since: neither of them was joined further."""
        idea: Idea = self.idea
        return idea.state == State.MERGED and idea.merged_into_id == self.into_id


class JoinedPoint(HubModel):
    """A point that went over with a joining."""

    joining = HubForeignKey(Joining, related_name="+")
    point = HubForeignKey("need.Point", related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "joining", "point"], name="need_joinedpoint_once_uq"
            ),
        ]
