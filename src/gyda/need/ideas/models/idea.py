"""An idea in someone's own words, and its picture."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.need.ideas.models.policy import IdeaCategory
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language


class State(models.TextChoices):
    """Where an idea stands; what became of it on the agenda is told by the answer it is owed."""

    OPEN = "OPEN", _("Gathering support")
    AGENDA = "AGENDA", _("On the agenda")
    TAKEN_UP = "TAKEN_UP", _("Taken up in an initiative")
    MERGED = "MERGED", _("Joined with another idea")
    REMOVED = "REMOVED", _("Taken down")
    WITHDRAWN = "WITHDRAWN", _("Taken back by its author")


SHOWN = (State.OPEN, State.AGENDA, State.TAKEN_UP)


class IdeaQuerySet(HubQuerySet["Idea"]):
    """Ideas by how they stand."""

    def shown(self) -> "IdeaQuerySet":
        return self.filter(state__in=SHOWN)

    def open(self) -> "IdeaQuerySet":
        return self.filter(state=State.OPEN)


IdeaManager = HubManager.from_queryset(IdeaQuerySet)


class Idea(HubModel):
    """What and where; the counters are kept in the transaction of what they count."""

    title = models.CharField(max_length=100, blank=True)
    what = models.TextField(max_length=2000, blank=True)
    place = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    category = HubForeignKey(IdeaCategory, null=True, blank=True, related_name="+")
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    author = HubForeignKey(Member, null=True, blank=True, related_name="+")  # null: on paper
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    merged_into = HubForeignKey("need.Idea", null=True, blank=True, related_name="+")
    supports = models.PositiveIntegerField(default=0)
    points_for = models.PositiveIntegerField(default=0)
    points_against = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    category_id: UUID | None
    initiative_id: UUID | None
    author_id: UUID | None
    merged_into_id: UUID | None

    pictures: Any  # the related manager

    objects: ClassVar["IdeaManager[Self]"] = IdeaManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="need_idea_request_uq"),
            models.CheckConstraint(
                condition=Q(state="WITHDRAWN") | (~Q(title="") & ~Q(what="")),
                name="need_idea_words_ck",
            ),
            models.CheckConstraint(
                condition=Q(state="MERGED", merged_into__isnull=False)
                | (~Q(state="MERGED") & Q(merged_into__isnull=True)),
                name="need_idea_merged_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state="TAKEN_UP") | Q(initiative__isnull=False),
                name="need_idea_taken_up_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "supports", "id"], name="need_idea_top_ix"),
            models.Index(
                fields=["hub", "category", "state", "supports", "id"], name="need_idea_category_ix"
            ),
            models.Index(fields=["hub", "initiative", "id"], name="need_idea_thread_ix"),
            models.Index(fields=["hub", "author", "id"], name="need_idea_author_ix"),
            models.Index(fields=["hub", "merged_into", "id"], name="need_idea_merged_ix"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_cy(self) -> str:
        return self.title if self.language == Language.CY else ""

    @property
    def title_en(self) -> str:
        return self.title if self.language == Language.EN else ""

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_shown(self) -> bool:
        return self.state in SHOWN


class IdeaPicture(HubModel):
    """A picture, made anew, with words for who cannot see it."""

    idea = HubForeignKey(Idea, related_name="pictures")
    alt = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=Language)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "idea"], name="need_ideapicture_idea_uq"),
            models.CheckConstraint(condition=~Q(alt=""), name="need_ideapicture_alt_ck"),
        ]

    def file(self, size: str) -> str:
        """Return the name of one of its files in storage."""
        return f"{self.hub_id}/ideas/{self.id}-{size}.webp"
