"""An amendment: other words for a passage or for the whole, and what the authors answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models.version import Version
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class Extent(models.TextChoices):
    """How much it would replace."""

    PASSAGE = "PASSAGE", _("A passage")
    WHOLE = "WHOLE", _("The whole text")


class AmendmentState(models.TextChoices):
    """What became of it."""

    WAITS = "WAITS", _("Waits for an answer")
    ACCEPTED = "ACCEPTED", _("Accepted")
    DECLINED = "DECLINED", _("Declined")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class AmendmentQuerySet(HubQuerySet["Amendment"]):
    """Amendments by what became of them."""

    def waiting(self) -> "AmendmentQuerySet":
        return self.filter(state=AmendmentState.WAITS)


AmendmentManager = HubManager.from_queryset(AmendmentQuerySet)


class Amendment(HubModel):
    """To the words of a version in `language`; accepted, it `made` a version that names its author.

    An empty `text` takes the passage out.
    """

    version = HubForeignKey(Version, related_name="amendments")
    by = HubForeignKey(Member, related_name="+")
    extent = models.CharField(max_length=7, choices=Extent)
    language = models.CharField(max_length=2, choices=Language)
    passage = models.TextField(max_length=2000, blank=True)
    text = models.TextField(max_length=6000, blank=True)
    why = models.TextField(max_length=500, blank=True)
    why_language = models.CharField(max_length=2, choices=Language)
    state = models.CharField(max_length=9, choices=AmendmentState, default=AmendmentState.WAITS)
    answer = models.TextField(max_length=500, blank=True)
    answer_language = models.CharField(max_length=2, choices=Language, blank=True)
    answered_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    made = models.PositiveSmallIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    version_id: UUID
    by_id: UUID

    objects: ClassVar["AmendmentManager[Self]"] = AmendmentManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="design_amendment_key_uq"),
            models.CheckConstraint(
                condition=Q(state="WITHDRAWN")
                | (Q(extent="PASSAGE") & ~Q(passage="") & ~Q(why=""))
                | (Q(extent="WHOLE", passage="") & ~Q(text="") & ~Q(why="")),
                name="design_amendment_words_ck",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("WAITS", "WITHDRAWN"), answered_at__isnull=True)
                | (
                    Q(
                        state__in=("ACCEPTED", "DECLINED"),
                        answered_at__isnull=False,
                        answered_by__isnull=False,
                    )
                    & ~Q(answer="")
                ),
                name="design_amendment_answered_ck",
            ),
            models.CheckConstraint(
                condition=Q(state="ACCEPTED", made__isnull=False)
                | (~Q(state="ACCEPTED") & Q(made__isnull=True)),
                name="design_amendment_made_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "version", "id"], name="design_amendment_ix"),
            models.Index(fields=["hub", "by", "id"], name="design_amendment_by_ix"),
        ]

    @property
    def waits(self) -> bool:
        return self.state == AmendmentState.WAITS
