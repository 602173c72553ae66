"""Points for and against: two columns, no replies, each with support of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language

M = TypeVar("M", bound=models.Model)


class Side(models.TextChoices):
    """In which column a point stands."""

    FOR = "FOR", _("For")
    AGAINST = "AGAINST", _("Against")


class PointState(models.TextChoices):
    """Whether it is shown."""

    SHOWN = "SHOWN", _("Shown")
    REMOVED = "REMOVED", _("Taken down")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class ShownQuerySet(HubQuerySet[M]):
    """Points by whether they are shown."""

    def shown(self) -> Self:
        return self.filter(state=PointState.SHOWN)


class AnyPoint(HubModel):
    """One point, in its author's words; a room says what it is about."""

    side = models.CharField(max_length=7, choices=Side)
    text = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    author = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=9, choices=PointState, default=PointState.SHOWN)
    supports = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    author_id: UUID

    class Meta(HubModel.Meta):
        abstract = True
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="WITHDRAWN") | ~Q(text=""), name="%(app_label)s_point_text_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "author", "id"], name="%(app_label)s_point_author_ix")
        ]

    @property
    def is_shown(self) -> bool:
        return self.state == PointState.SHOWN


class AnyPointSupport(HubModel):
    """A member agrees with a point, once; a room says of which table the `point` is."""

    member = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        abstract = True
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "point", "member"], name="%(app_label)s_pointsupport_member_uq"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="%(app_label)s_pointsupport_of_ix")
        ]
